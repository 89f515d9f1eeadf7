package com.ojeomneo.server.ratelimit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.ojeomneo.platform.redis.RedisLink;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One trusted proxy; 40 a minute for a caller, of which a node takes 2 at once; 10 for an address.
 */
@QuarkusTest
@WithTestResource(TestStack.class)
class RateLimitTest {
  private static final String FORWARDED = "X-Forwarded-For";
  private static final int LIMIT = 40;
  private static final int SHARE = 2;

  @Inject RedisLink redis;

  private final String address = newAddress();

  @Test
  void everyAnswerTellsThePolicyAndWhatIsLeft() {
    get(address)
        .then()
        .statusCode(200)
        .header("RateLimit-Policy", "\"tested\";q=40;w=60")
        .header("RateLimit", "\"tested\";r=39;t=60")
        .header("Retry-After", nullValue());
    get(address).then().header("RateLimit", matchesPattern("\"tested\";r=38;t=(60|59)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/menus", "/nothing", "/users/me", "/config?platform=x", "/menus/%00"})
  void refusalsTellToo(String path) {
    given()
        .urlEncodingEnabled(false)
        .basePath(Customer.API)
        .get(path)
        .then()
        .header("RateLimit-Policy", containsString("\"api\";q="))
        .header("RateLimit", containsString("\"api\";r="));
  }

  @Test
  void anAnswerWithoutABodyTellsToo() {
    String tag = from(address).get("/menus/categories").header("ETag");
    from(address)
        .header("If-None-Match", tag)
        .get("/menus/categories")
        .then()
        .statusCode(304)
        .header("RateLimit", containsString("\"api\";r="));
  }

  @Test
  void oneTooManyIsRefusedInTheCallersLanguage() {
    exhaust(address);
    get(address)
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .header("RateLimit", matchesPattern("\"tested\";r=0;t=[1-9]\\d?"))
        .header("Retry-After", matchesPattern("[1-9]\\d?"))
        .body("code", equalTo("TOO_MANY_REQUESTS"))
        .body("title", equalTo("잠시 후 다시 시도해 주세요."));
    from(address)
        .header("Accept-Language", "en")
        .get("/test/tested")
        .then()
        .statusCode(429)
        .body("title", equalTo("Too many requests. Please wait a moment."));
    Response refused = get(address);
    assertThat(refused.header("RateLimit")).endsWith("t=" + refused.header("Retry-After"));
  }

  @Test
  void whatIsForgedToTheLeftOfOurProxyChangesNothing() {
    exhaust(address);
    assertThat(get(newAddress() + ", " + address).statusCode()).isEqualTo(429);
    assertThat(get("garbage,, ," + address + ":4711").statusCode()).isEqualTo(429);
    given()
        .basePath(Customer.API)
        .header(FORWARDED, newAddress())
        .header(FORWARDED, address)
        .header("Forwarded", "for=" + newAddress())
        .header("X-Real-IP", newAddress())
        .get("/test/tested")
        .then()
        .statusCode(429);
  }

  @Test
  void aNewAddressInOnePrefixIsNoNewCaller() {
    String prefix = "2001:db8:%x:%x:".formatted(random(), random());
    exhaust(prefix + ":1");
    assertThat(get(prefix + "1:2:3:4").statusCode()).isEqualTo(429);
  }

  @Test
  void aUserIsNotHeldBackByOthersBehindTheAddress() {
    exhaust(address);
    var customer = Customer.guest();
    as(customer.token()).then().statusCode(200).header("RateLimit", containsString("r=39;"));
  }

  @Test
  void aUserIsOneCallerWhereverTheyAre() {
    String token = Customer.guest().token();
    for (int i = 0; i < LIMIT + SHARE; i++) {
      as(token);
    }
    as(token).then().statusCode(429);
  }

  @Test
  void tokensThatAreNoneAreCountedByTheAddress() {
    String token = Customer.guest().token();
    for (int i = 0; i < LIMIT; i++) {
      badly("Bearer " + token + i).then().statusCode(401);
    }
    exhaust(address);
    badly("Bearer x" + random()).then().statusCode(429);
    badly("Basic x").then().statusCode(429);
    badly("Bearer " + loggedOut()).then().statusCode(429);
  }

  private Response badly(String authorization) {
    return from(address).header("Authorization", authorization).get("/test/tested");
  }

  private static String loggedOut() {
    var guest = Customer.guest();
    guest.request().post("/auth/logout").then().statusCode(204);
    return guest.token();
  }

  /** Each waits for Redis, as the limit is too small to be shared; the body waits with it. */
  @Test
  void aSmallLimitIsExactAndBodiesArriveWhole() {
    List<String> body = IntStream.range(0, 5000).mapToObj(i -> "점심 " + i).toList();
    for (int left = 9; left >= 0; left--) {
      Response answer = from(address).body(body).post("/test/tested-address");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.jsonPath().getList("$")).isEqualTo(body);
      assertThat(answer.header("RateLimit")).startsWith("\"tested-address\";r=" + left);
    }
    from(address).body(body).post("/test/tested-address").then().statusCode(429);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ojeomneo/v1/test/tested-address/",
        "/ojeomneo/v1/test/tested-address;a=b",
        "/ojeomneo/v1;a/test/%74ested-address",
        "//ojeomneo/v1//test/./x/../tested-address",
      })
  void noSpellingOfThePathGetsAroundItsLimit(String path) {
    var request =
        given()
            .urlEncodingEnabled(false)
            .contentType(ContentType.JSON)
            .header(FORWARDED, address)
            .body("[]");
    for (int i = 0; i < 10; i++) {
      from(address).body("[]").post("/test/tested-address");
    }
    assertThat(request.post(path).statusCode()).isIn(404, 429);
  }

  @Test
  void anAccountIsLimitedWhereverItsGuessesComeFrom() {
    String email = Customer.newEmail();
    for (int i = 0; i < 10; i++) {
      logIn(email).then().statusCode(401);
    }
    logIn(email.toUpperCase(Locale.ROOT))
        .then()
        .statusCode(429)
        .header("RateLimit-Policy", "\"sign-in-account\";q=10;w=60")
        .header("Retry-After", matchesPattern("[1-9]\\d?"));
    logIn(Customer.newEmail()).then().statusCode(401);
    assertThat(redis.call(r -> r.keys("ratelimit:sign-in-account:*")).orElseThrow())
        .isNotEmpty()
        .noneMatch(key -> key.contains("@"));
  }

  @Test
  void pagesOfOtherOriginsMayReadWhatIsTold() {
    from(address)
        .header("Origin", "https://app.example")
        .get("/test/tested")
        .then()
        .header(
            "Access-Control-Expose-Headers",
            "ETag,RateLimit,RateLimit-Policy,Retry-After,X-Trace-Id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ojeomneo/v1/healthcheck/live", "/metrics"})
  void whatTheClusterAsksForIsNotLimited(String path) {
    given().get(path).then().statusCode(200).header("RateLimit", nullValue());
  }

  @Test
  void webhooksAreCountedByThemselves() {
    from(address)
        .body(Map.of())
        .post("/payments/webhooks/toss")
        .then()
        .header("RateLimit", containsString("\"webhooks\";r="));
  }

  private void exhaust(String forwarded) {
    for (int i = 0; i < LIMIT + SHARE; i++) {
      get(forwarded);
    }
  }

  private static Response get(String forwarded) {
    return from(forwarded).get("/test/tested");
  }

  private static Response as(String token) {
    return from(newAddress()).auth().oauth2(token).get("/test/tested");
  }

  private static Response logIn(String email) {
    return from(newAddress()).body(Map.of("email", email, "password", "guess")).post("/auth/login");
  }

  private static RequestSpecification from(String forwarded) {
    return given()
        .contentType(ContentType.JSON)
        .basePath(Customer.API)
        .header(FORWARDED, forwarded);
  }

  private static String newAddress() {
    return "198.18.%d.%d".formatted(random() % 256, random() % 256);
  }

  private static int random() {
    return ThreadLocalRandom.current().nextInt(0x10000);
  }
}
