package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Desk.count;
import static com.ojeomneo.admin.resource.Desk.edit;
import static com.ojeomneo.admin.resource.Desk.history;
import static com.ojeomneo.admin.resource.Desk.manager;
import static com.ojeomneo.admin.resource.Desk.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Town;
import com.ojeomneo.platform.database.Database;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop is open or it is not: sessions may touch, and none begins while another is on. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class OverlappingHoursTest {
  private static final DSLContext OWNER = new Database(AdminStack.owner()).sql();

  private Town town;

  @BeforeEach
  void build() {
    town = Town.built();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 11:00 14:00, 1 13:00 20:00",
        "1 13:00 20:00, 1 11:00 14:00",
        "1 11:00 20:00, 1 13:00 14:00",
        "1 11:00 14:00, 1 11:00 15:00",
        "1 22:00 03:00, 2 02:00 05:00",
        "2 02:00 05:00, 1 22:00 03:00",
        "7 22:00 03:00, 1 02:00 05:00",
        "1 02:00 05:00, 7 22:00 03:00",
        "1 09:00 09:00, 2 08:59 10:00",
        "1 00:00 00:00, 1 23:59 00:30"
      })
  void ofSessionsThatOverlapTheLaterOneIsRefused(String week) {
    edit("stores", town.store(), 1, week(week))
        .statusCode(400)
        .body("errors", hasSize(1))
        .body("errors[0].field", equalTo("storeHours[1]"))
        .body("errors[0].message", equalTo("다른 영업 시간과 겹쳐요."));

    show("stores", town.store())
        .body("version", equalTo(1))
        .body("storeHours", hasSize(1))
        .body("storeHours[0].opensAt", equalTo("10:00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 11:00 14:00, 1 14:00 20:00",
        "1 22:00 02:00, 2 02:00 05:00",
        "7 22:00 02:00, 1 02:00 05:00",
        "1 17:00 00:00, 2 00:00 05:00",
        "1 09:00 09:00, 2 09:00 09:00",
        "1 11:00 14:00, 2 11:00 14:00"
      })
  void sessionsMayTouch(String week) {
    edit("stores", town.store(), 1, week(week)).statusCode(200).body("storeHours", hasSize(2));
  }

  @Test
  void aShopMayBeOpenAroundTheClockAndItsHoursBeMoved() {
    edit("stores", town.store(), 1, week(everyDay("00:00 00:00"))).statusCode(200);
    edit("stores", town.store(), 2, week(everyDay("06:00 06:00")))
        .statusCode(200)
        .body("storeHours", hasSize(7));
  }

  @Test
  void aNewShopIsRefusedLikewise() {
    String name = town.name() + " (복사본)";

    manager()
        .acts()
        .body(
            "{\"name\":\"%s\",%s"
                .formatted(name, week("1 11:00 14:00, 1 13:00 20:00").substring(1)))
        .post("/api/stores")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("storeHours[1]"));

    assertThat(count("SELECT count(*) FROM stores WHERE name = '%s'".formatted(name))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11:00 14:00, 13:00 20:00",
        "13:00 20:00, 11:00 14:00",
        "11:00 14:00, 11:00 15:00",
        "17:00 02:00, 23:00 23:30",
        "00:00 00:00, 12:00 13:00"
      })
  void theHoursOfASpecialDayAreRefusedToo(String hours) {
    special(1, "2027-01-04", hours)
        .statusCode(400)
        .body("errors[0].field", equalTo("storeDays[0].hours[1]"))
        .body("errors[0].message", equalTo("다른 영업 시간과 겹쳐요."));

    show("stores", town.store()).body("version", equalTo(1)).body("storeDays", hasSize(0));
  }

  @Test
  void theHoursOfASpecialDayMayTouchAndAreItsOwn() {
    special(1, "2027-01-04", "11:00 14:00, 14:00 01:00, 02:00 05:00").statusCode(200);
    special(2, "2027-01-05", "00:30 05:00").statusCode(200).body("storeDays", hasSize(1));
  }

  @Test
  void whatOverlappedBeforeStaysUntilItIsChanged() {
    unchecked(
        """
        INSERT INTO store_hours VALUES ('%1$s', 1, '20:00', '23:00');
        INSERT INTO store_days VALUES ('%1$s', '%1$s', '2027-01-04');
        INSERT INTO store_day_hours VALUES ('%1$s', '11:00', '14:00'), ('%1$s', '13:00', '15:00');
        """
            .formatted(town.store()));
    String whole = show("stores", town.store()).extract().asString();

    edit("stores", town.store(), 1, whole.replace(town.name(), "새 이름")).statusCode(200);
    edit("stores", town.store(), 2, week("1 10:00 21:00, 1 20:00 23:00, 2 10:00 21:00"))
        .statusCode(200)
        .body("name", equalTo("새 이름"))
        .body("storeHours", hasSize(3));
    edit("stores", town.store(), 3, week("1 10:00 21:00, 1 20:00 23:30, 2 10:00 21:00"))
        .statusCode(400);
    edit("stores", town.store(), 3, week("1 10:00 20:00, 1 20:00 23:00")).statusCode(200);
  }

  @Test
  void hoursThatOverlappedDoNotComeBackFromTheHistory() {
    unchecked("INSERT INTO store_hours VALUES ('%s', 1, '20:00', '23:00')".formatted(town.store()));
    edit("stores", town.store(), 1, "{\"storeHours\":[]}").statusCode(200);
    String entry = history("stores", town.store()).extract().path("items[0].id");

    manager()
        .acts()
        .header("If-Match", "\"2\"")
        .body("{\"entry\":\"%s\"}".formatted(entry))
        .post("/api/stores/{id}/revert", town.store())
        .then()
        .statusCode(400)
        .body("errors[0].message", equalTo("다른 영업 시간과 겹쳐요."));

    show("stores", town.store()).body("storeHours", hasSize(0));
  }

  @Test
  void ofTwoWhoWriteAtOnceTheSecondSeesTheFirst() throws Exception {
    UUID day = UUID.randomUUID();
    OWNER.execute("INSERT INTO store_days VALUES (?, ?, '2027-01-04')", day, town.store());

    secondIsRefused(
        "store_hours_overlap",
        "INSERT INTO store_hours VALUES ('%s', 7, '22:00', '09:00')".formatted(town.store()),
        "INSERT INTO store_hours VALUES ('%s', 1, '05:00', '10:00')".formatted(town.store()));
    secondIsRefused(
        "store_day_hours_overlap",
        "INSERT INTO store_day_hours VALUES ('%s', '11:00', '14:00')".formatted(day),
        "INSERT INTO store_day_hours VALUES ('%s', '13:00', '15:00')".formatted(day));
  }

  private static void secondIsRefused(String constraint, String first, String second)
      throws Exception {
    try (var connection = AdminStack.owner().getConnection();
        var statement = connection.createStatement();
        var alone = Executors.newSingleThreadExecutor()) {
      connection.setAutoCommit(false);
      statement.execute(first);
      var waiting = alone.submit(() -> OWNER.execute(second));
      Awaitility.await()
          .until(
              () ->
                  waiting.isDone()
                      || count(
                              "SELECT count(*) FROM pg_stat_activity"
                                  + " WHERE wait_event_type = 'Lock' AND query LIKE '%s%%'"
                                      .formatted(second.substring(0, 60).replace("'", "''")))
                          > 0);
      connection.commit();

      assertThatThrownBy(waiting::get).rootCause().hasMessageContaining(constraint);
    }
  }

  @Test
  void aWeekThatIsRewrittenRowByRowIsLookedAtInTheEnd() {
    OWNER.transaction(
        tx -> {
          tx.dsl().execute("SET CONSTRAINTS ALL DEFERRED");
          tx.dsl().execute("INSERT INTO store_hours VALUES (?, 1, '09:00', '11:00')", town.store());
          tx.dsl()
              .execute(
                  "DELETE FROM store_hours WHERE store_id = ? AND opens_at = '10:00'",
                  town.store());
        });

    show("stores", town.store()).body("storeHours[0].opensAt", equalTo("09:00"));
  }

  /** As before there was a rule. */
  private static void unchecked(String statements) {
    OWNER.transaction(
        tx -> {
          tx.dsl().execute("SET LOCAL session_replication_role = replica");
          tx.dsl().execute(statements);
        });
  }

  private ValidatableResponse special(int version, String day, String hours) {
    return edit(
        "stores",
        town.store(),
        version,
        "{\"storeDays\":[{\"day\":\"%s\",\"hours\":%s}]}".formatted(day, sessions(hours)));
  }

  private static String everyDay(String hours) {
    return Stream.of("1", "2", "3", "4", "5", "6", "7")
        .map(day -> day + " " + hours)
        .collect(Collectors.joining(", "));
  }

  private static String week(String sessions) {
    return "{\"storeHours\":%s}".formatted(sessions(sessions));
  }

  /** Of {@code 1 11:00 14:00}, or without the day of the week. */
  private static String sessions(String sessions) {
    return Stream.of(sessions.split(", "))
        .map(
            session ->
                session
                    .replaceFirst("^(\\d) ", "\"dayOfWeek\":\"$1\",")
                    .replaceFirst("(\\S{5}) (\\S{5})$", "\"opensAt\":\"$1\",\"closesAt\":\"$2\""))
        .collect(Collectors.joining("},{", "[{", "}]"));
  }
}
