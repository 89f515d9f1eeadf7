package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Desk.manager;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Held;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Three short lists at a time go out as they are read: no more of them are ever held up. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class DirectExportTest {
  private static final int MANY = 4;

  @Test
  void whoeverHangsUpLeavesTheirPlace() throws Exception {
    var sql = new Database(AdminStack.owner()).sql();
    sql.execute(Parcels.DDL);
    sql.execute(
        """
        INSERT INTO parcels (id, name)
        SELECT gen_random_uuid(), repeat('긴 이름', 15) || n FROM generate_series(1, 20000) n
        """);
    Colleague owner = Colleague.hired(StaffRole.OWNER).signIn();
    try {
      for (int i = 0; i < MANY; i++) {
        await().atMost(Duration.ofSeconds(30)).until(() -> hangUp(owner) == 200);
      }
    } finally {
      sql.execute("TRUNCATE parcels");
    }

    assertServed();
  }

  @Test
  void whoeverAsksForTheHeadersOnlyTakesNone() {
    for (int i = 0; i < MANY; i++) {
      given()
          .cookie(Colleague.COOKIE, manager().cookie())
          .head("/api/menu_categories/export")
          .then()
          .statusCode(200);
    }

    assertServed();
  }

  @Test
  void whatCannotBeWrittenDownTakesNone() {
    var owner = new Database(AdminStack.owner()).sql();
    owner.execute(
        "ALTER TABLE audit_log ADD CONSTRAINT no_files CHECK (action <> 'EXPORT') NOT VALID");
    try {
      for (int i = 0; i < MANY; i++) {
        file(manager()).then().statusCode(500);
      }
    } finally {
      owner.execute("ALTER TABLE audit_log DROP CONSTRAINT no_files");
    }

    assertServed();
  }

  @Test
  void ofFourAtOnceTheLastIsAskedToComeAgain() throws Exception {
    Colleague manager = manager();
    try (var readers = Executors.newVirtualThreadPerTaskExecutor();
        var held = Held.table("menu_categories")) {
      var served = Stream.generate(() -> readers.submit(() -> file(manager))).limit(3).toList();
      held.awaitWaiting(3);
      file(manager)
          .then()
          .statusCode(503)
          .header("Retry-After", "10")
          .body("code", equalTo("TOO_MANY_EXPORTS"));
      held.letGo();
      for (var each : served) {
        each.get().then().statusCode(200);
      }
    }
  }

  private static Response file(Colleague who) {
    return who.asks().get("/api/menu_categories/export");
  }

  private static void assertServed() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> manager().asks().get("/api/menu_categories/export").then().statusCode(200));
  }

  /** Once the answer has begun. */
  private static int hangUp(Colleague who) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/api/parcels/export"))
            .header("Cookie", Colleague.COOKIE + "=" + who.cookie())
            .build();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var answer = client.send(request, BodyHandlers.ofInputStream());
      try (var begun = answer.body()) {
        assertThat(begun.read()).isPositive();
      }
      return answer.statusCode();
    }
  }
}
