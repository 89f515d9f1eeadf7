package com.ojeomneo.admin.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Town;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long list becomes a file, for nobody but whoever asked. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class ExportJobTest {
  private static final Database OWNER = new Database(AdminStack.owner());

  private Town town;
  private Colleague colleague;

  @BeforeEach
  void build() {
    town = Town.built();
    colleague = Colleague.hired(StaffRole.MANAGER).signIn();
  }

  @Test
  void theFileHasWhatTheListHas() {
    String id = order("menus", Map.of("filter", here(), "columns", "name,price,storeId"));

    awaitState(id, "DONE");
    colleague
        .asks()
        .get("/api/exports/" + id)
        .then()
        .body("rowsDone", equalTo(1))
        .body("masked", equalTo(true));
    var file = colleague.asks().get("/api/exports/{id}/file", id).then().statusCode(200).extract();
    assertThat(file.asString()).startsWith("\uFEFF이름,가격,").contains("김치찌개,9000," + town.name());
    assertThat(file.header("Content-Disposition")).contains("menus-").contains(".csv");
    assertThat(file.header("Content-Length")).isEqualTo(String.valueOf(file.asByteArray().length));
  }

  @Test
  void nobodySeesOrDeletesWhatIsAnothers() {
    String id = order("menus", Map.of("filter", here()));
    awaitState(id, "DONE");
    Colleague other = Colleague.hired(StaffRole.OWNER).signIn();

    other.asks().get("/api/exports").then().statusCode(200).body("items", empty());
    other.asks().get("/api/exports/" + id).then().statusCode(404);
    other.asks().get("/api/exports/{id}/file", id).then().statusCode(404);
    other.acts().delete("/api/exports/" + id).then().statusCode(404);
    colleague.asks().get("/api/exports").then().body("items.id", contains(id));
  }

  @Test
  void personalDataNeedsAReasonAndTheRightUntilTheLastDownload() {
    Colleague support = Colleague.hired(StaffRole.SUPPORT).signIn();
    String filter = "{\"q\":\"%s@example.com\"}".formatted(town.user());
    colleague = support;
    String masked = order("users", Map.of("filter", filter, "columns", "displayName"));
    String whole =
        order(
            "users", Map.of("filter", filter, "columns", "displayName", "reason", "감사 " + filter));
    awaitState(masked, "DONE");
    awaitState(whole, "DONE");
    assertThat(support.asks().get("/api/exports/{id}/file", masked).asString())
        .contains("김***")
        .doesNotContain("김손님");
    assertThat(support.asks().get("/api/exports/{id}/file", whole).asString()).contains("김손님");
    assertThat(
            Desk.count(
                "SELECT count(*) FROM audit_log WHERE action = 'EXPORT' AND reason LIKE '감사%' AND staff_id = '"
                    + support.id()
                    + "'"))
        .isOne();

    OWNER
        .sql()
        .execute(
            "UPDATE staff_roles SET role = 'VIEWER' WHERE staff_id = '%s'".formatted(support.id()));
    support.signIn();
    support.asks().get("/api/exports/{id}/file", whole).then().statusCode(403);
  }

  @Test
  void whoMayNotSeePersonalDataCannotAskForIt() {
    Colleague.hired(StaffRole.VIEWER)
        .signIn()
        .acts()
        .body(Map.of("reason", "궁금"))
        .post("/api/users/exports")
        .then()
        .statusCode(403);
  }

  @Test
  void whoseReachHasShrunkNoLongerDownloadsWhatIsBeyondIt() {
    String id = order("orders", Map.of());
    awaitState(id, "DONE");
    OWNER
        .sql()
        .execute(
            "UPDATE staff_roles SET role = 'SHOP_STAFF', store_id = '%s' WHERE staff_id = '%s'"
                .formatted(town.store(), colleague.id()));
    colleague.signIn();

    colleague.asks().get("/api/exports/{id}/file", id).then().statusCode(403);
    String own = order("orders", Map.of("columns", "id"));
    awaitState(own, "DONE");
    assertThat(colleague.asks().get("/api/exports/{id}/file", own).asString().lines())
        .hasSize(2)
        .last()
        .isEqualTo(town.order().toString());
  }

  @Test
  void whatAnAdminLeftInTheMiddleAnotherMakesFromItsStart() {
    UUID id = UUID.randomUUID();
    UUID dead = UUID.randomUUID();
    insert(id, dead, 1);
    OWNER
        .sql()
        .execute("INSERT INTO export_chunks VALUES ('%s', '%s', 0, 'half')".formatted(id, dead));

    awaitState(id.toString(), "DONE");
    assertThat(colleague.asks().get("/api/exports/{id}/file", id).asString().lines())
        .contains("김치찌개");
    assertThat(Desk.count("SELECT count(*) FROM export_chunks WHERE lease = '%s'".formatted(dead)))
        .isZero();
  }

  @Test
  void whatFailedThreeTimesIsGivenUp() {
    UUID id = UUID.randomUUID();
    insert(id, UUID.randomUUID(), 3);

    awaitState(id.toString(), "FAILED");
    colleague.asks().get("/api/exports/" + id).then().body("failure", equalTo("GAVE_UP"));
    colleague.asks().get("/api/exports/{id}/file", id).then().statusCode(409);
  }

  @Test
  void aDayLaterItIsGoneAndSoIsItsFile() {
    String id = order("menus", Map.of("filter", here()));
    awaitState(id, "DONE");
    OWNER
        .sql()
        .execute(
            "UPDATE exports SET ended_at = ended_at - interval '25 hours' WHERE id = '%s'"
                .formatted(id));

    colleague.asks().get("/api/exports/{id}/file", id).then().statusCode(404);
    colleague.asks().get("/api/exports").then().body("items", empty());
  }

  @Test
  void whatIsDeletedTakesItsFileWithIt() {
    String id = order("menus", Map.of("filter", here()));
    awaitState(id, "DONE");

    colleague.acts().delete("/api/exports/" + id).then().statusCode(204);
    assertThat(
            Desk.count("SELECT count(*) FROM export_chunks WHERE export_id = '%s'".formatted(id)))
        .isZero();
    colleague.acts().delete("/api/exports/" + id).then().statusCode(404);
  }

  @Test
  void whatIsWrongIsSaidAtOnce() {
    for (var wrong :
        Map.of(
                "filter", "{", "sort", "nothing", "columns", "nothing", "format", "pdf", "reason",
                " ")
            .entrySet()) {
      colleague
          .acts()
          .body(Map.of(wrong.getKey(), wrong.getValue()))
          .post("/api/menus/exports")
          .then()
          .statusCode(400)
          .body("errors", hasSize(1));
    }
  }

  private String here() {
    return "{\"id\":\"%s\"}".formatted(town.menu());
  }

  private String order(String resource, Map<String, String> body) {
    return colleague
        .acts()
        .body(body)
        .post("/api/{r}/exports", resource)
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private void awaitState(String id, String state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> colleague.asks().get("/api/exports/" + id).then().body("state", equalTo(state)));
  }

  /** One whose Admin was killed. */
  private void insert(UUID id, UUID lease, int attempts) {
    OWNER
        .sql()
        .execute(
            """
            INSERT INTO exports (id, staff_id, resource, format, filter, columns, english, state, attempts, lease,
                                 lease_until, rows_estimated, created_at)
            VALUES ('%s', '%s', 'menus', 'CSV', '%s', '{name}', false, 'RUNNING', %d, '%s',
                    now() - interval '1 s', 1, now())
            """
                .formatted(id, colleague.id(), here(), attempts, lease));
  }
}
