package com.ojeomneo.server.menu;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Dish;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The second answer to a URL comes a shorter way than the first; nobody can tell them apart. */
@QuarkusTest
@WithTestResource(TestStack.class)
class KnownUrlTest {
  /** Of the moment, not of the answer. */
  private static final Set<String> CHANGING = Set.of("date", "x-trace-id", "ratelimit");

  @Inject MeterRegistry metrics;

  private final Shop shop = Shop.open();
  private final Dish dish = shop.dish("된장찌개", 8000);
  private final String ofDish = "/ojeomneo/v1/menus/" + dish.id();

  @Test
  void bothWaysSayTheSame() {
    for (String path :
        new String[] {
          ofDish,
          "/ojeomneo/v1/menus?storeId=" + shop.id(),
          "/ojeomneo/v1/stores/" + shop.id(),
          "/ojeomneo/v1/stores?limit=99"
        }) {
      Response first = settled(path);
      Response second = given().get(path);
      assertThat(headers(second)).isEqualTo(headers(first));
      assertThat(second.asString()).isEqualTo(first.asString());
      assertThat(zipped().get(path).asString()).isEqualTo(first.asString());
    }
  }

  @Test
  void aTokenThatIsNotGoodIsRefusedOnBoth() {
    settled(ofDish);
    assertThat(given().auth().oauth2("no.such.token").get(ofDish).statusCode()).isEqualTo(401);
    Customer customer = Customer.guest();
    assertThat(given().auth().oauth2(customer.token()).get(ofDish).statusCode()).isEqualTo(200);
    customer.request().post("/auth/logout").then().statusCode(204);
    assertThat(given().auth().oauth2(customer.token()).get(ofDish).statusCode()).isEqualTo(401);
  }

  @Test
  void eachLanguageIsAnAnswerOfItsOwn() {
    Response korean = settled(ofDish);
    Response english = given().header("Accept-Language", "en").get(ofDish);
    assertThat(english.header("ETag")).isNotEqualTo(korean.header("ETag"));
    assertThat(given().header("Accept-Language", "en").get(ofDish).header("ETag"))
        .isEqualTo(english.header("ETag"));
    assertThat(given().get(ofDish).header("ETag")).isEqualTo(korean.header("ETag"));
  }

  @Test
  void itIsCountedUnderItsRouteAndUnderNoOther() {
    double before = counted("/menus/{id}");
    for (int i = 0; i < 5; i++) {
      given().get(ofDish).then().statusCode(200);
    }
    await().until(() -> counted("/menus/{id}") >= before + 5);
    assertThat(counted(ofDish)).isZero();
  }

  @Test
  void whatIsSoldNoMoreIsNoLongerKnown() {
    settled(ofDish);
    dish.inactive();
    await().until(() -> given().get(ofDish).statusCode() == 404);
  }

  /** What changed with the shop itself has been heard of. */
  private static Response settled(String path) {
    return await().until(() -> given().get(path), answer -> answer.statusCode() == 200);
  }

  private static RequestSpecification zipped() {
    return given().header("Accept-Encoding", "gzip");
  }

  private double counted(String uri) {
    return metrics.find("http.server.requests").tag("uri", uri).timers().stream()
        .mapToLong(Timer::count)
        .sum();
  }

  private static Map<String, String> headers(Response response) {
    var headers = new TreeMap<String, String>();
    response.headers().asList().stream()
        .filter(header -> !CHANGING.contains(header.getName().toLowerCase(Locale.ROOT)))
        .forEach(
            header -> headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue()));
    return headers;
  }
}
