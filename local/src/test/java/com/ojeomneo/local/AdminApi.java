package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.util.Map;

/** The owner at their desk, who changes what the app shows, without a page. */
final class AdminApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final APIRequestContext http;
  private final String admin;
  private final String csrf;

  private AdminApi(APIRequestContext http, String admin, String csrf) {
    this.http = http;
    this.admin = admin;
    this.csrf = csrf;
  }

  /** In the page's browser: a page of the back office that is open there is signed out. */
  static AdminApi signedIn(Page page, Access access) throws IOException {
    return signedIn(page.request(), access);
  }

  static AdminApi signedIn(APIRequestContext http, Access access) throws IOException {
    APIResponse session =
        http.post(
            access.admin() + "/api/session",
            RequestOptions.create()
                .setData(
                    Map.of(
                        "email", access.owner().email(),
                        "password", access.owner().password())));
    assertThat(session.status()).as(session.text()).isEqualTo(200);
    return new AdminApi(
        http, access.admin(), JSON.readTree(session.body()).get("csrfToken").asText());
  }

  /** A row that is there. */
  JsonNode row(String path) throws IOException {
    APIResponse row = http.get(admin + "/api/" + path);
    assertThat(row.status()).as(row.text()).isEqualTo(200);
    return JSON.readTree(row.body());
  }

  /** The row as it is after it was changed. */
  JsonNode change(String path, Map<String, ?> members) throws IOException {
    return answer(
        http.put(
            admin + "/api/" + path,
            with(members)
                .setHeader("If-Match", "\"%d\"".formatted(row(path).get("version").asInt()))));
  }

  JsonNode make(String resource, Map<String, ?> members) throws IOException {
    return answer(http.post(admin + "/api/" + resource, with(members)));
  }

  /** For what is no row of the engine, such as the switches of the board. */
  JsonNode put(String path, Map<String, ?> members) throws IOException {
    return answer(http.put(admin + "/api/" + path, with(members)));
  }

  private RequestOptions with(Map<String, ?> members) {
    return RequestOptions.create().setData(members).setHeader("X-CSRF-Token", csrf);
  }

  private static JsonNode answer(APIResponse answer) throws IOException {
    assertThat(answer.ok()).as(answer.text()).isTrue();
    return JSON.readTree(answer.body());
  }
}
