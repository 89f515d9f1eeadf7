package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;

/** What the tests of this package do as a manager, whom all of them share. */
final class Desk {
  private Desk() {}

  private static final class Manager {
    static final Colleague OF_THE_TESTS = Colleague.hired(StaffRole.MANAGER).signIn();
  }

  static Colleague manager() {
    return Manager.OF_THE_TESTS;
  }

  static ValidatableResponse edit(String resource, UUID id, int version, String body) {
    return manager()
        .acts()
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .put("/api/{r}/{id}", resource, id)
        .then();
  }

  static ValidatableResponse revert(UUID menu, int version, String body) {
    return manager()
        .acts()
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .post("/api/menus/{id}/revert", menu)
        .then();
  }

  static ValidatableResponse show(String resource, UUID id) {
    return manager().asks().get("/api/{r}/{id}", resource, id).then().statusCode(200);
  }

  static ValidatableResponse history(String resource, UUID id) {
    return manager().asks().get("/api/{r}/{id}/history", resource, id).then().statusCode(200);
  }

  static int count(String sql) {
    return new Database(AdminStack.owner()).sql().fetchSingle(sql).get(0, Integer.class);
  }
}
