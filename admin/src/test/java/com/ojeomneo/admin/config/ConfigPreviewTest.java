package com.ojeomneo.admin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Town;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the app would be told is what the Server would answer; the asking leaves nothing behind. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class ConfigPreviewTest {
  private static final class Manager {
    static final Colleague OF_THE_TESTS = Colleague.hired(StaffRole.MANAGER).signIn();
  }

  private Town town;
  private String flag;

  @BeforeEach
  void build() {
    town = Town.built();
    flag = "f" + town.store().toString().replace("-", "");
  }

  @Test
  void aFlagForAPartOfTheDevicesIsCountedOverASample() {
    preview("feature_flags", flag, "{\"percentage\":30}", "")
        .body("now.features." + flag, equalTo(true))
        .body("then.features." + flag, equalTo(false))
        .body("shares", hasSize(1))
        .body("shares[0].flag", equalTo(flag))
        .body("shares[0].now", equalTo(1000))
        .body("shares[0].then", both(greaterThan(230)).and(lessThan(370)));
  }

  @Test
  void aFlagOfOneVersionIsOnThereOnly() {
    String draft = "{\"minVersion\":\"2.0.0\"}";

    preview("feature_flags", flag, draft, ",\"version\":\"1.9.9\"")
        .body("then.features." + flag, equalTo(false));
    preview("feature_flags", flag, draft, ",\"version\":\"2.0.0\"")
        .body("then.features." + flag, equalTo(true))
        .body("shares", hasSize(0));
  }

  @Test
  void aNewVersionSaysWhoMustUpdate() {
    preview(
            "app_versions",
            "web",
            "{\"minVersion\":\"3.1.0\",\"latestVersion\":\"3.2.0\"}",
            ",\"version\":\"3.0.5\"")
        .body("now.updateRequired", equalTo(false))
        .body("then.updateRequired", equalTo(true))
        .body("versions.version", hasItem("3.0.5"))
        .body("versions.find {it.version == '3.0.5'}.requiredThen", equalTo(true))
        .body("versions.find {it.version == '3.1.0'}.requiredThen", equalTo(false))
        .body("versions.find {it.version == '3.1.0'}.latestThen", equalTo(false))
        .body("versions.find {it.version == '3.2.0'}.latestThen", equalTo(true));
    preview("app_versions", "ios", "{\"minVersion\":\"3.1.0\"}", ",\"version\":\"3.0.5\"")
        .body("then.updateRequired", equalTo(false));
  }

  @Test
  void aNewNoticeIsSeenInItsTimeOnly() {
    String notice =
        "{\"title\":\"점검 안내\",\"body\":\"곧\",\"startsAt\":\"2030-01-01T00:00:00Z\",\"endsAt\":\"2030-01-02T00:00:00Z\"}";

    preview("notices", null, notice, ",\"at\":\"2030-01-01T12:00:00Z\"")
        .body("now.notices.title", not(hasItem("점검 안내")))
        .body("then.notices[0].title", equalTo("점검 안내"));
    preview("notices", null, notice, "").body("then.notices.title", not(hasItem("점검 안내")));
    preview("notices", null, notice, ",\"at\":\"2030-01-02T00:00:00Z\"")
        .body("then.notices.title", not(hasItem("점검 안내")));
  }

  @Test
  void aSettingIsToldOnlyWhenItIsPublic() {
    String key = "k" + town.store().toString().replace("-", "");

    preview("app_settings", key, "{\"value\":{\"on\":false}}", "")
        .body("then.settings", not(hasKey(key)));
    preview("app_settings", key, "{\"public\":true}", "")
        .body("now.settings", not(hasKey(key)))
        .body("then.settings." + key + ".on", equalTo(true));
  }

  @Test
  void nothingIsWrittenLoggedOrTold() {
    String before = traces();

    preview("feature_flags", flag, "{\"enabled\":false}", "");
    preview(
        "notices",
        null,
        "{\"title\":\"x\",\"body\":\"x\",\"startsAt\":\"2026-01-01T00:00:00Z\"}",
        "");

    assertThat(traces()).isEqualTo(before);
    manager()
        .asks()
        .get("/api/feature_flags/{key}", flag)
        .then()
        .body("enabled", equalTo(true))
        .body("version", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feature_flags | {\"percentage\":101} | | percentage",
        "feature_flags | {\"minVersion\":\"x\"} | | minVersion",
        "notices | {\"title\":\"x\"} | | body",
        "menus | {} | | resource",
        "feature_flags | {} | ,\"platform\":\"tv\" | platform",
        "feature_flags | {} | ,\"version\":\"1.x\" | version",
        "feature_flags | {} | ,\"device\":\"\" | device"
      })
  void whatCannotBeSavedOrAskedIsRefused(
      String resource, String values, String more, String field) {
    String id = "notices".equals(resource) ? null : flag;
    ask(manager(), resource, id, values, more == null ? "" : more)
        .statusCode(400)
        .body("errors[0].field", equalTo(field));
  }

  @Test
  void aRowThatIsNotThereIsNotFound() {
    ask(manager(), "notices", UUID.randomUUID().toString(), "{\"title\":\"x\"}", "")
        .statusCode(404);
  }

  @ParameterizedTest
  @EnumSource(
      value = StaffRole.class,
      names = {"SHOP_STAFF", "SUPPORT", "VIEWER"})
  void whoMayNotSaveDoesNotPreview(StaffRole role) {
    Colleague reader =
        Colleague.hired(role, role == StaffRole.SHOP_STAFF ? town.store() : null).signIn();

    ask(reader, "feature_flags", flag, "{\"enabled\":false}", "").statusCode(403);
    ask(reader, "notices", null, "{\"title\":\"x\"}", "").statusCode(403);
  }

  private static Colleague manager() {
    return Manager.OF_THE_TESTS;
  }

  private static ValidatableResponse preview(
      String resource, String id, String values, String more) {
    return ask(manager(), resource, id, values, more).statusCode(200);
  }

  private static ValidatableResponse ask(
      Colleague who, String resource, String id, String values, String more) {
    String platform = more.contains("platform") ? "" : ",\"platform\":\"web\"";
    String row = id == null ? "" : ",\"id\":\"%s\"".formatted(id);
    return who.acts()
        .body(
            "{\"resource\":\"%s\",\"values\":%s%s%s%s}"
                .formatted(resource, values, row, platform, more))
        .post("/api/config/preview")
        .then();
  }

  private static String traces() {
    return new Database(AdminStack.owner())
        .sql()
        .fetchSingle(
            """
            SELECT (SELECT count(*) FROM outbox) || ' ' || (SELECT count(*) FROM audit_log) || ' '
                || (SELECT count(*) FROM notices) || ' ' || (SELECT sum(version) FROM feature_flags)
            """)
        .get(0, String.class);
  }
}
