package com.ojeomneo.server.order;

import static io.restassured.RestAssured.given;

import com.ojeomneo.server.TestStack;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The payment provider as a customer's browser and as its bookkeeper see it. */
final class Provider {
  private static final Pattern PAYMENT_KEY = Pattern.compile("[?&]paymentKey=([^&]+)");

  private Provider() {}

  /** The customer says yes on the checkout page. */
  static String approve(String checkoutUrl) {
    return approveWith("normal", checkoutUrl);
  }

  /**
   * @param card as the page names it: {@code normal}, or {@code refused} when it is charged
   * @return the paymentKey that the page came back with
   */
  static String approveWith(String card, String checkoutUrl) {
    String location =
        given()
            .urlEncodingEnabled(false)
            .redirects()
            .follow(false)
            .contentType("application/x-www-form-urlencoded")
            .body("decision=approve&card=" + card)
            .post(URI.create(checkoutUrl))
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    Matcher key = PAYMENT_KEY.matcher(location);
    if (!key.find()) {
      throw new AssertionError("no paymentKey in " + location);
    }
    return URLDecoder.decode(key.group(1), StandardCharsets.UTF_8);
  }

  /** Something goes wrong with the next such call for this order. */
  static void fault(UUID order, String operation, String effect, Map<String, Object> more) {
    var fault = new HashMap<String, Object>(more);
    fault.put("orderId", order.toString());
    fault.put("operation", operation);
    fault.put("effect", effect);
    given()
        .contentType(ContentType.JSON)
        .body(fault)
        .post(TestStack.provider().resolve("/sandbox/faults"))
        .then()
        .statusCode(201);
  }

  static void fault(UUID order, String operation, String effect) {
    fault(order, operation, effect, Map.of());
  }

  /** Somebody gives money back in the provider's console, past us. */
  static void cancelInConsole(String paymentKey, int amount) {
    given()
        .auth()
        .preemptive()
        .basic(TestStack.secretKey(), "")
        .contentType(ContentType.JSON)
        .body(Map.of("cancelReason", "콘솔에서 취소", "cancelAmount", amount))
        .post(TestStack.provider().resolve("/v1/payments/" + paymentKey + "/cancel"))
        .then()
        .statusCode(200);
  }

  /** How often a card was charged for the order. */
  static int charges(UUID order) {
    return ledger(order).getInt("payments.findAll { it.approvedAt != null }.size()");
  }

  /** What of the customer's money the provider still holds for us, KRW. */
  static int kept(UUID order) {
    return ledger(order)
        .<Integer>getList("payments.findAll { it.approvedAt != null }.balanceAmount")
        .stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** How often money was given back. */
  static int cancels(UUID order) {
    return ledger(order).getInt("payments.collectMany { it.cancels ?: [] }.size()");
  }

  private static JsonPath ledger(UUID order) {
    return given()
        .get(TestStack.provider().resolve("/sandbox/payments?orderId=" + order))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
