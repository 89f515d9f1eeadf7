package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Desk.count;
import static com.ojeomneo.admin.resource.Desk.manager;

import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Town;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;

/** A file of rows, and what the tests do with it as a manager. */
final class Sheet {
  static final String KNOWN = "id,version,name,price";

  private Sheet() {}

  static String row(Town town, String name, int price) {
    return "%s,1,%s,%d".formatted(town.menu(), name, price);
  }

  static String made(Town town, String name, int price) {
    return ",,%s,%d,%s,%s".formatted(name, price, town.name(), town.category());
  }

  static byte[] bytes(String columns, String rows) {
    return (columns + "\n" + rows).getBytes(StandardCharsets.UTF_8);
  }

  static ValidatableResponse preview(String columns, String rows) {
    return send("preview", columns, bytes(columns, rows)).then().statusCode(200);
  }

  static JsonPath seen(String columns, String rows) {
    return preview(columns, rows).extract().jsonPath();
  }

  static Response send(String step, String columns, byte[] file) {
    return asked(manager(), "menus", "/" + step, columns, file);
  }

  static Response send(String resource, String step, String columns, byte[] file) {
    return asked(manager(), "menu_" + resource, "/" + step, columns, file);
  }

  static Response asked(Colleague who, String resource, String step, String columns, byte[] file) {
    var request = who.acts().contentType("text/csv").body(file);
    if (!step.equals("/contents")) {
      request.queryParam("columns", columns);
    }
    if (step.isEmpty()) {
      request
          .queryParam("id", "01936f2e-0000-7000-8000-000000000000")
          .queryParam("seen", "x")
          .queryParam("file", "x.csv");
    }
    return request.post("/api/resources/" + resource + "/import" + step);
  }

  /** The last line. */
  static JsonPath run(String columns, String rows, JsonPath preview) {
    String lines =
        manager()
            .acts()
            .contentType("text/csv")
            .queryParam("columns", columns)
            .queryParam("id", preview.getString("id"))
            .queryParam("seen", preview.getString("seen"))
            .queryParam("file", "dishes.csv")
            .body(bytes(columns, rows))
            .post("/api/resources/menus/import")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    return JsonPath.from(lines.lines().reduce((a, b) -> b).orElseThrow());
  }

  static int dishes(Town town, String condition) {
    return count(
        "SELECT count(*) FROM menus WHERE store_id = '%s' AND (%s)"
            .formatted(town.store(), condition));
  }

  static int logged(Town town) {
    return count(
        "SELECT count(*) FROM audit_log WHERE resource = 'menus' AND record IN (SELECT id::text FROM menus WHERE store_id = '%s')"
            .formatted(town.store()));
  }
}
