package com.ojeomneo.server.config;

import static com.ojeomneo.schema.jooq.Tables.APP_SETTINGS;
import static com.ojeomneo.schema.jooq.Tables.APP_VERSIONS;
import static com.ojeomneo.schema.jooq.Tables.FEATURE_FLAGS;
import static com.ojeomneo.schema.jooq.Tables.NOTICES;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.tables.records.FeatureFlagsRecord;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
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
    shown("?platform=ios", config -> config.body("latestVersion", equalTo("1.10.2")));
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

    shown(
        "",
        config ->
            config
                .body("features.testReviews", equalTo(true))
                .body("settings.'test.supportPhone'", equalTo("02-123-4567"))
                .body("settings.'test.limits'.guests", equalTo(4))
                .body("settings", not(hasKey("test.secret"))));
  }

  @Test
  void aNoticeIsShownInItsWindowOnly() {
    Instant now = Instant.now();
    String past = notice(now.minus(Duration.ofDays(2)), now.minusSeconds(1));
    String current = notice(now.minusSeconds(60), now.plus(Duration.ofDays(1)));
    String endless = notice(now.minusSeconds(30), null);
    String future = notice(now.plus(Duration.ofHours(1)), null);

    shown(
        "",
        config ->
            config
                .body(
                    "notices.id",
                    allOf(
                        hasItem(current),
                        hasItem(endless),
                        not(hasItem(past)),
                        not(hasItem(future))))
                .body("notices.find { it.id == '%s' }.title".formatted(endless), equalTo("공지"))
                .body("notices.find { it.id == '%s' }".formatted(endless), hasKey("endsAt"))
                .body("notices.find { it.id == '%s' }.endsAt".formatted(endless), nullValue()));
  }

  @Test
  void aNoticeComesAndGoesByTheClockAlone() {
    Instant now = Instant.now();
    String soon = notice(now.plusSeconds(3), now.plusSeconds(6));
    String marker = notice(now.minusSeconds(60), null);
    shown(
        "?platform=android",
        config -> config.body("notices.id", hasItem(marker)).body("changesAt", notNullValue()));

    shown("?platform=android", config -> config.body("notices.id", hasItem(soon)));
    shown("?platform=android", config -> config.body("notices.id", not(hasItem(soon))));
  }

  @Test
  void aFeatureIsOnForItsPlatformsItsVersionsAndItsShareOfTheDevices() {
    flag("testIosOnly").set(FEATURE_FLAGS.PLATFORMS, new String[] {"ios"}).execute();
    flag("testFromTwo").set(FEATURE_FLAGS.MIN_VERSION, "2").execute();
    flag("testUpToTwo").set(FEATURE_FLAGS.MAX_VERSION, "2").execute();
    flag("testHalf").set(FEATURE_FLAGS.PERCENTAGE, 50).execute();
    shown("", config -> config.body("features", hasKey("testHalf")));

    assertThat(feature("testIosOnly", "platform=ios")).isTrue();
    assertThat(feature("testIosOnly", "platform=web")).isFalse();
    assertThat(feature("testFromTwo", "version=2.0.0")).isTrue();
    assertThat(feature("testFromTwo", "version=1.9.9")).isFalse();
    assertThat(feature("testUpToTwo", "version=2.0.0")).isTrue();
    assertThat(feature("testUpToTwo", "version=2.0.1")).isFalse();
    assertThat(feature("testUpToTwo", "platform=web")).as("of no known version").isFalse();
    assertThat(feature("testHalf", "platform=web")).as("of no known device").isFalse();
    assertThat(
            IntStream.range(0, 100).filter(i -> feature("testHalf", "device=phone-" + i)).count())
        .isBetween(30L, 70L);
    assertThat(feature("testHalf", "device=phone-7"))
        .isEqualTo(feature("testHalf", "platform=ios&device=phone-7"));
    get(CONFIG + "?device=" + "x".repeat(101)).then().statusCode(400);
  }

  @Test
  void anUnchangedConfigIsNotSentAgain() {
    String tag = get(CONFIG + "?platform=android").then().extract().header("ETag");

    given().header("If-None-Match", tag).get(CONFIG + "?platform=android").then().statusCode(304);
  }

  /** A change is seen after a moment. */
  private static void shown(String query, Consumer<ValidatableResponse> so) {
    await().untilAsserted(() -> so.accept(get(CONFIG + query).then().statusCode(200)));
  }

  private static boolean feature(String name, String query) {
    return get(CONFIG + "?" + query).then().statusCode(200).extract().path("features." + name);
  }

  private static InsertSetMoreStep<FeatureFlagsRecord> flag(String name) {
    return sql()
        .insertInto(FEATURE_FLAGS)
        .set(FEATURE_FLAGS.KEY, name)
        .set(FEATURE_FLAGS.ENABLED, true);
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
