package com.ojeomneo.server.config;

import static com.ojeomneo.schema.jooq.Tables.APP_SETTINGS;
import static com.ojeomneo.schema.jooq.Tables.APP_VERSIONS;
import static com.ojeomneo.schema.jooq.Tables.FEATURE_FLAGS;
import static com.ojeomneo.schema.jooq.Tables.NOTICES;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class ConfigResourceTest {
  private static final String CONFIG = "/ojeomneo/v1/config";

  @BeforeAll
  static void iosHasMovedOn() {
    sql()
        .update(APP_VERSIONS)
        .set(APP_VERSIONS.MIN_VERSION, "1.9")
        .set(APP_VERSIONS.LATEST_VERSION, "1.10.2")
        .set(APP_VERSIONS.STORE_URL, "https://apps.apple.com/app/id1")
        .where(APP_VERSIONS.PLATFORM.eq("ios"))
        .execute();
  }

  @ParameterizedTest
  @CsvSource({"1.8.9,true", "1,true", "1.9,false", "1.9.0,false", "1.10,false", "2,false"})
  void versionsAreComparedAsNumbers(String version, boolean updateRequired) {
    get(CONFIG + "?platform=ios&version=" + version)
        .then()
        .statusCode(200)
        .body("updateRequired", equalTo(updateRequired))
        .body("minVersion", equalTo("1.9"))
        .body("latestVersion", equalTo("1.10.2"))
        .body("storeUrl", equalTo("https://apps.apple.com/app/id1"));
  }

  @Test
  void withoutAPlatformItIsTheWebAndWithoutAVersionNothingIsRequired() {
    get(CONFIG)
        .then()
        .statusCode(200)
        .body("updateRequired", equalTo(false))
        .body("minVersion", equalTo("1.0.0"))
        .body("$", not(hasKey("storeUrl")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "platform=windows",
        "platform=IOS",
        "version=one",
        "version=1.2.3.4",
        "version=v1.2",
        "version=1.2.3-beta",
        "version=1234567890"
      })
  void whatIsNoPlatformOrVersionIsRefused(String query) {
    get(CONFIG + "?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors[0].field", equalTo(query.substring(0, query.indexOf('='))));
  }

  @Test
  void featuresAndPublicSettingsAreShownAndPrivateOnesAreNot() {
    sql()
        .insertInto(FEATURE_FLAGS)
        .set(FEATURE_FLAGS.KEY, "testReviews")
        .set(FEATURE_FLAGS.ENABLED, true)
        .execute();
    setting("test.supportPhone", "\"02-123-4567\"", true);
    setting("test.limits", "{\"guests\": 4}", true);
    setting("test.secret", "\"of the staff\"", false);

    get(CONFIG)
        .then()
        .body("features.testReviews", equalTo(true))
        .body("settings.'test.supportPhone'", equalTo("02-123-4567"))
        .body("settings.'test.limits'.guests", equalTo(4))
        .body("settings", not(hasKey("test.secret")));
  }

  @Test
  void aNoticeIsShownInItsWindowOnly() {
    Instant now = Instant.now();
    String past = notice(now.minus(Duration.ofDays(2)), now.minusSeconds(1));
    String current = notice(now.minusSeconds(60), now.plus(Duration.ofDays(1)));
    String endless = notice(now.minusSeconds(30), null);
    String future = notice(now.plus(Duration.ofHours(1)), null);

    get(CONFIG)
        .then()
        .body(
            "notices.id",
            allOf(hasItem(current), hasItem(endless), not(hasItem(past)), not(hasItem(future))))
        .body("notices.find { it.id == '%s' }.title".formatted(endless), equalTo("공지"))
        .body("notices.find { it.id == '%s' }".formatted(endless), hasKey("endsAt"))
        .body("notices.find { it.id == '%s' }.endsAt".formatted(endless), nullValue());
  }

  @Test
  void anUnchangedConfigIsNotSentAgain() {
    String tag = get(CONFIG + "?platform=android").then().extract().header("ETag");

    given().header("If-None-Match", tag).get(CONFIG + "?platform=android").then().statusCode(304);
  }

  private static void setting(String key, String value, boolean visible) {
    sql()
        .insertInto(APP_SETTINGS)
        .set(APP_SETTINGS.KEY, key)
        .set(APP_SETTINGS.VALUE, JSONB.jsonb(value))
        .set(APP_SETTINGS.PUBLIC, visible)
        .execute();
  }

  private static String notice(Instant from, Instant until) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    sql()
        .insertInto(NOTICES)
        .set(NOTICES.ID, id)
        .set(NOTICES.TITLE, "공지")
        .set(NOTICES.BODY, "오늘은 쉽니다")
        .set(NOTICES.STARTS_AT, from)
        .set(NOTICES.ENDS_AT, until)
        .execute();
    return id.toString();
  }

  private static DSLContext sql() {
    return new Database(TestStack.owner()).sql();
  }
}
