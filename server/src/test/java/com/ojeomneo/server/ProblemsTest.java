package com.ojeomneo.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.ojeomneo.server.openapi.ApiContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class ProblemsTest {
  @TestHTTPResource("/ojeomneo/v1/auth/login")
  URI login;

  @ParameterizedTest
  @ValueSource(strings = {"/ojeomneo/v1/nothing", "/ojeomneo/v1/users/someone", "/nothing"})
  void anUnknownAddressIsNotFoundWhereverItPoints(String path) {
    problem(given().get(path), 404, "NOT_FOUND").body("instance", equalTo(path));
  }

  @Test
  void aFaultTellsNothingButItsTraceId() {
    problem(api().get("/test/fault"), 500, "INTERNAL").body(not(containsString("secret")));
  }

  @Test
  void aRouteThatIsGoingSaysSince() {
    given()
        .get("/ojeomneo/v1/test/deprecated")
        .then()
        .statusCode(404)
        .header("Deprecation", "@1793458800")
        .header("Sunset", "Sun, 31 Jan 2027 15:00:00 GMT")
        .header("Link", "<https://lunch.example.com/changes>; rel=\"deprecation\"");
    given().get("/ojeomneo/v1/stores").then().header("Deprecation", nullValue());
  }

  @Test
  void theWrongMethodIsRefused() {
    problem(api().get("/auth/login"), 405, "METHOD_NOT_ALLOWED");
  }

  @Test
  void aBodyThatIsNotJsonIsRefused() {
    problem(
        api().contentType(ContentType.TEXT).body("x").post("/auth/login"),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void anAnswerThatIsNotJsonIsNotOffered() {
    problem(api().accept(ContentType.XML).get("/test/fault"), 406, "NOT_ACCEPTABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {";,;/", "nonsense", "a b"})
  void anAcceptThatNobodyCanReadIsRefusedBeforeAnythingIsDone(String accept) {
    Customer customer = Customer.guest();
    problem(
        customer
            .request()
            .header("Accept", accept)
            .body("{\"displayName\":\"새 이름\"}")
            .patch("/users/me"),
        406,
        "NOT_ACCEPTABLE");
    customer.request().get("/users/me").then().body("displayName", not(equalTo("새 이름")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /nothing", "POST /~/ojeomneo/v1/orders", "DELETE /"})
  void theWrongMethodIsRefusedWhereverItPoints(String line) {
    String[] words = line.split(" ");
    problem(given().request(words[0], words[1]), 405, "METHOD_NOT_ALLOWED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET ? HTTP/1.1\r\nHost: a",
        "GET /stores HTTP/1.1\r\nHost: a\u00f4b",
        "GET /ojeomneo/v1/stores HTTP/1.1\r\nHost: a\r\nHost: b",
        "POST /ojeomneo/v1/auth/guest HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity, chunked, x"
      })
  void whatIsHardlyHttpIsAProblemLikeAnyOther(String head) throws Exception {
    try (var socket = new Socket(login.getHost(), login.getPort())) {
      byte[] request =
          (head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
      socket.getOutputStream().write(request);
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    }
  }

  /** What a proxy that goes by Content-Length takes for its body. */
  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 500\r\n", ""})
  void noRequestIsHiddenInAnother(String length) throws Exception {
    Customer customer = Customer.guest();
    String name = "{\"displayName\":\"hidden\"}";
    String hidden =
        "PATCH /ojeomneo/v1/users/me HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(customer.token(), name.length(), name);
    String outer =
        "POST /ojeomneo/v1/auth/guest HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + length
            + "Transfer-Encoding: chunked\r\n\r\n10\r\n{\"deviceId\":\"a\"}\r\n0\r\n\r\n";
    for (int i = 0; i < 20; i++) {
      try (var socket = new Socket(login.getHost(), login.getPort())) {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write((outer + hidden).getBytes(StandardCharsets.UTF_8));
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 201 ").containsOnlyOnce("HTTP/1.1");
      }
    }
    customer.request().get("/users/me").then().body("displayName", equalTo("손님"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"email\":", "{} x", "[]", "\"x\"", "", "null"})
  void aBodyThatIsNoJsonObjectIsRefused(String body) {
    problem(api().body(body).post("/auth/login"), 400, "VALIDATION_FAILED")
        .body("errors.field", contains("body"));
  }

  @Test
  void aBodyTooLargeIsRefusedBeforeItIsRead() {
    problem(api().body(" ".repeat(256 * 1024 + 1)).post("/auth/login"), 413, "BODY_TOO_LARGE");
  }

  @Test
  void aBodyTooLargeThatDoesNotSaySoIsRefused() throws Exception {
    var chunks = new ByteArrayInputStream(" ".repeat(300_000).getBytes());
    var request =
        HttpRequest.newBuilder(login)
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> chunks))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = ApiContract.check(client.send(request, BodyHandlers.ofString()));
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("BODY_TOO_LARGE");
    }
  }

  @Test
  void aNullCharacterInTheAddressIsRefused() {
    problem(api().urlEncodingEnabled(false).get("/nothing?q=%00"), 400, "VALIDATION_FAILED");
  }

  @Test
  void everyWrongFieldIsNamedByItsPath() {
    invalidSignUp("ko")
        .body("title", equalTo("입력한 내용을 확인해 주세요."))
        .body(
            "errors.field",
            contains("consents[0].version", "consents[1]", "displayName", "email", "password"))
        .body("errors[2].message", equalTo("꼭 필요해요."));
  }

  @Test
  void theTextIsEnglishForWhoAsksForIt() {
    invalidSignUp("en-GB,en;q=0.8")
        .body("title", equalTo("Please check what you sent."))
        .body("errors[2].message", equalTo("This is required."))
        .body("errors[3].message", equalTo("Please check the e-mail address."));
    problem(api().header("Accept-Language", "en").body("{").post("/auth/login"), 400, null)
        .body("errors[0].message", containsString("malformed"));
  }

  @Test
  void theTextIsKoreanForEveryoneElse() {
    invalidSignUp("fr").body("title", equalTo("입력한 내용을 확인해 주세요."));
    invalidSignUp("not a language!").body("title", equalTo("입력한 내용을 확인해 주세요."));
  }

  @Test
  void aRequestKeepsTheTraceIdItCameWith() {
    String id = "4bf92f3577b34da6a3ce929d0e0e4736";
    problem(
            api().header("traceparent", "00-" + id + "-00f067aa0ba902b7-01").get("/nothing"),
            404,
            "NOT_FOUND")
        .header("X-Trace-Id", id)
        .body("traceId", equalTo(id));
  }

  private static ValidatableResponse invalidSignUp(String languages) {
    String body =
        """
        {"email": "a", "password": "short", "consents": [{"kind": "TERMS"}, null]}
        """;
    return problem(
        api().header("Accept-Language", languages).body(body).post("/auth/signup"), 400, null);
  }

  private static RequestSpecification api() {
    return given().contentType(ContentType.JSON).basePath(Customer.API);
  }

  private static ValidatableResponse problem(Response answer, int status, String code) {
    return answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .header("Cache-Control", "no-store")
        .body("status", equalTo(status))
        .body("code", equalTo(code == null ? "VALIDATION_FAILED" : code))
        .body("traceId", matchesPattern("[0-9a-f]{32}"));
  }
}
