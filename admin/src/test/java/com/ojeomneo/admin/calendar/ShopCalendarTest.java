package com.ojeomneo.admin.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Town;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * 4 January 2027 is a Monday; the shop is open on Mondays from 10 to 21, and closed on the 1st and
 * 2nd.
 */
@QuarkusTest
@WithTestResource(AdminStack.class)
class ShopCalendarTest {
  private static final class Manager {
    static final Colleague OF_THE_TESTS = Colleague.hired(StaffRole.MANAGER).signIn();
  }

  private Town town;

  @BeforeEach
  void build() {
    town = Town.built();
    sql("UPDATE orders SET status = 'EXPIRED' WHERE id = '%s'".formatted(town.order()));
  }

  @Test
  void daysAreAsTheServerHasThem() {
    sql("INSERT INTO pickup_slots VALUES ('%s', '2027-01-04T12:00+09:00', 20)");

    show("2026-12-28", 14)
        .body("days", hasSize(14))
        .body(
            "days.find {it.day == '2026-12-28'}.sessions[0].opensAt",
            equalTo("2026-12-28T01:00:00Z"))
        .body("days.find {it.day == '2027-01-01'}.closed", equalTo(true))
        .body("days.find {it.day == '2027-01-01'}.reason", equalTo("설"))
        .body("days.find {it.day == '2027-01-05'}.sessions", empty())
        .body("days.find {it.day == '2027-01-04'}.taken", equalTo(20))
        .rootPath("days.find {it.day == '2027-01-04'}.sessions[0]")
        .body("closesAt", equalTo("2027-01-04T12:00:00Z"))
        .body("cutoffAt", equalTo("2027-01-04T11:30:00Z"))
        .body("capacity", equalTo(20))
        .body("slots[0].at", equalTo("2027-01-04T01:10:00Z"))
        .body("slots[-1].at", equalTo("2027-01-04T12:00:00Z"))
        .body("slots.find {it.at == '2027-01-04T03:00:00Z'}.taken", equalTo(20));
  }

  @Test
  void aDraftShowsWhatWouldBeAndWritesNothing() {
    int told = count("SELECT count(*) FROM outbox");
    int logged = count("SELECT count(*) FROM audit_log");

    draft(
            manager(),
            "{\"storeHours\":[{\"dayOfWeek\":\"1\",\"opensAt\":\"17:00\",\"closesAt\":\"02:00\"}]}")
        .statusCode(200)
        .body("days[0].sessions.opensAt", contains("2027-01-04T08:00:00Z"))
        .body("days[0].sessions.closesAt", contains("2027-01-04T17:00:00Z"));

    show("2027-01-04", 1).body("days[0].sessions.opensAt", contains("2027-01-04T01:00:00Z"));
    assertThat(count("SELECT version FROM stores WHERE id = '%s'")).isEqualTo(1);
    assertThat(count("SELECT count(*) FROM outbox")).isEqualTo(told);
    assertThat(count("SELECT count(*) FROM audit_log")).isEqualTo(logged);
  }

  @Test
  void ordersThatAClosureWouldStrandAreNamedBeforeAndAfterItIsSaved() {
    sql(
        "UPDATE orders SET status = 'PAID', pickup_at = '2027-01-04T12:00+09:00' WHERE id = '%s'"
            .formatted(town.order()));
    String closed =
        "{\"storeClosures\":[{\"fromDay\":\"2027-01-04\",\"toDay\":\"2027-01-04\",\"reason\":\"\"}]}";

    show("2027-01-04", 1).body("stranded", empty());
    draft(manager(), closed)
        .body("stranded.id", contains(town.order().toString()))
        .body("stranded[0].number", equalTo("A17"))
        .body("stranded[0].pickupAt", equalTo("2027-01-04T03:00:00Z"));

    manager()
        .acts()
        .header("If-Match", "\"1\"")
        .body(closed)
        .put("/api/stores/{id}", town.store())
        .then()
        .statusCode(200);
    show("2027-01-04", 1)
        .body("days[0].closed", equalTo(true))
        .body("stranded.id", contains(town.order().toString()));
    assertThat(count("SELECT count(*) FROM orders WHERE store_id = '%s' AND status = 'PAID'"))
        .isEqualTo(1);
  }

  @Test
  void aSpecialDayIsDraftedSavedChangedAndRemovedAsAPartOfTheShop() {
    String special =
        """
        {"storeDays":[{"day":"2027-01-05","cutoffMinutes":60,"slotCapacity":5,"hours":[
          {"opensAt":"18:00","closesAt":"01:00"},{"opensAt":"11:00","closesAt":"14:00"}]}]}""";

    draft(manager(), special).body("days[1].sessions", hasSize(2));
    show("2027-01-05", 1).body("days[0].sessions", empty());

    saved(1, special).statusCode(200).body("storeDays[0].hours", hasSize(2));
    show("2027-01-05", 1)
        .rootPath("days[0].sessions[1]")
        .body("opensAt", equalTo("2027-01-05T09:00:00Z"))
        .body("closesAt", equalTo("2027-01-05T16:00:00Z"))
        .body("cutoffAt", equalTo("2027-01-05T15:00:00Z"))
        .body("capacity", equalTo(5));
    show("2027-01-12", 1).body("days[0].sessions", empty());
    manager()
        .asks()
        .get("/api/stores/{id}/history", town.store())
        .then()
        .statusCode(200)
        .body(containsString("2027-01-05"));

    saved(2, "{\"storeDays\":[]}").statusCode(200);
    show("2027-01-05", 1).body("days[0].sessions", empty());
  }

  @Test
  void ordersThatASpecialDayWouldStrandAreNamedBeforeItIsSaved() {
    sql(
        "UPDATE orders SET status = 'PAID', pickup_at = '2027-01-04T12:00+09:00' WHERE id = '%s'"
            .formatted(town.order()));

    draft(
            manager(),
            "{\"storeDays\":[{\"day\":\"2027-01-04\",\"hours\":[{\"opensAt\":\"17:00\",\"closesAt\":\"21:00\"}]}]}")
        .statusCode(200)
        .body("stranded.id", contains(town.order().toString()));
    draft(manager(), "{\"storeDays\":[{\"day\":\"2027-01-04\",\"slotCapacity\":0,\"hours\":[]}]}")
        .statusCode(200)
        .body("stranded", empty())
        .body("days[0].sessions[0].capacity", equalTo(0));
  }

  @Test
  void aClosureComesBeforeASpecialDay() {
    draft(
            manager(),
            "{\"storeDays\":[{\"day\":\"2027-01-04\",\"hours\":[{\"opensAt\":\"17:00\",\"closesAt\":\"21:00\"}]}],"
                + "\"storeClosures\":[{\"fromDay\":\"2027-01-04\",\"toDay\":\"2027-01-04\",\"reason\":\"\"}]}")
        .body("days[0].closed", equalTo(true))
        .body("days[0].sessions", empty());
  }

  @Test
  void aSessionThatGoesOnAtMidnightHasNoLastOrder() {
    draft(
            manager(),
            """
            {"storeHours":[{"dayOfWeek":"1","opensAt":"00:00","closesAt":"00:00"},
              {"dayOfWeek":"2","opensAt":"00:00","closesAt":"00:00"}]}""")
        .statusCode(200)
        .body("days[0].sessions[0].cutoffAt", nullValue())
        .body("days[1].sessions[0].cutoffAt", equalTo("2027-01-05T14:30:00Z"));
  }

  @Test
  void oneDayIsSpecialOnce() {
    saved(
            1,
            "{\"storeDays\":[{\"day\":\"2027-01-04\",\"hours\":[]},{\"day\":\"2027-01-04\",\"hours\":[]}]}")
        .statusCode(409);
  }

  @Test
  void anOrderAtTheVeryEndOfTheDayIsNotStranded() {
    sql(
        "UPDATE orders SET status = 'PAID', pickup_at = '2027-01-04T21:00+09:00' WHERE id = '%s'"
            .formatted(town.order()));

    show("2027-01-04", 1).body("stranded", empty());
  }

  @Test
  void aShopThatTheAppDoesNotShowHasACalendarToo() {
    sql("UPDATE stores SET active = false WHERE id = '%s'");

    show("2027-01-04", 1).body("days[0].sessions", hasSize(1));
  }

  @Test
  void nobodySeesTheCalendarOfAShopThatIsNotTheirs() {
    Town foreign = Town.built();
    Colleague own = Colleague.hired(StaffRole.SHOP_STAFF, town.store()).signIn();

    own.asks().get(calendar(town, "2027-01-04", "1")).then().statusCode(200);
    own.asks().get(calendar(foreign, "2027-01-04", "1")).then().statusCode(404);
    own.acts()
        .body("{\"cutoffMinutes\":1}")
        .post("/api/stores/{id}/calendar/draft?from=2027-01-04&days=1", foreign.store())
        .then()
        .statusCode(404);
    draft(own, "{\"cutoffMinutes\":1}").statusCode(403);
    draft(own, "{\"storeDays\":[]}").statusCode(403);
  }

  @ParameterizedTest
  @EnumSource(
      value = StaffRole.class,
      names = {"SUPPORT", "VIEWER"})
  void whoMayNotSaveDoesNotDraft(StaffRole role) {
    draft(Colleague.hired(role).signIn(), "{\"cutoffMinutes\":1}").statusCode(403);
  }

  @ParameterizedTest
  @CsvSource({
    "x,7,from",
    "2027-13-01,7,from",
    "1999-12-31,7,from",
    "2027-01-04,0,days",
    "2027-01-04,43,days"
  })
  void whatIsNoPeriodIsRefused(String from, String days, String field) {
    manager()
        .asks()
        .get(calendar(town, from, days))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo(field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"cutoffMinutes\":-1} | cutoffMinutes",
        "{\"slotMinutes\":4} | slotMinutes",
        "{\"storeHours\":[{\"dayOfWeek\":\"8\",\"opensAt\":\"10:00\",\"closesAt\":\"11:00\"}]} | storeHours[0].dayOfWeek",
        "{\"storeClosures\":[{\"fromDay\":\"2027-01-05\",\"toDay\":\"2027-01-04\",\"reason\":\"\"}]} | storeClosures[0]",
        "{\"storeHours\":[{\"dayOfWeek\":\"1\",\"opensAt\":\"11:00\",\"closesAt\":\"14:00\"},{\"dayOfWeek\":\"1\",\"opensAt\":\"13:00\",\"closesAt\":\"20:00\"}]} | storeHours[1]",
        "{\"storeDays\":[{\"day\":\"2027-01-04\",\"slotCapacity\":-1}]} | storeDays[0].slotCapacity",
        "{\"storeDays\":[{\"hours\":[]}]} | storeDays[0].day",
        "[] | body"
      })
  void aDraftIsRefusedAsSavingWouldBe(String values, String field) {
    draft(manager(), values).statusCode(400).body("errors[0].field", equalTo(field));
  }

  @Test
  void anIdThatIsNoneIsNotFound() {
    manager().asks().get("/api/stores/x/calendar?from=2027-01-04").then().statusCode(404);
  }

  private static Colleague manager() {
    return Manager.OF_THE_TESTS;
  }

  private static String calendar(Town of, String from, String days) {
    return "/api/stores/%s/calendar?from=%s&days=%s".formatted(of.store(), from, days);
  }

  private ValidatableResponse show(String from, int days) {
    return manager()
        .asks()
        .get(calendar(town, from, String.valueOf(days)))
        .then()
        .statusCode(200)
        .body("name", equalTo(town.name()));
  }

  private ValidatableResponse draft(Colleague who, String values) {
    return who.acts()
        .body(values)
        .post("/api/stores/{id}/calendar/draft?from=2027-01-04&days=2", town.store())
        .then();
  }

  private ValidatableResponse saved(int version, String values) {
    return manager()
        .acts()
        .header("If-Match", "\"%d\"".formatted(version))
        .body(values)
        .put("/api/stores/{id}", town.store())
        .then();
  }

  private void sql(String statement) {
    new Database(AdminStack.owner()).sql().execute(statement.formatted(town.store()));
  }

  private int count(String query) {
    return new Database(AdminStack.owner())
        .sql()
        .fetchSingle(query.formatted(town.store()))
        .get(0, Integer.class);
  }
}
