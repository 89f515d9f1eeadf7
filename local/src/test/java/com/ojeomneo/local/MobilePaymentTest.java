package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.ojeomneo.local.Phone.button;
import static com.ojeomneo.local.Phone.heading;
import static com.ojeomneo.local.Phone.link;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Paying on a phone, when it does not go the usual way. */
@ExtendWith(Phone.Given.class)
class MobilePaymentTest {
  private static final String UNPAID = "결제를 기다려요";
  private static final String PAID = "가게에서 확인하고 있어요";

  @Test
  void aDeclinedPaymentLeavesTheOrderToBePaidAgain(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.fillACart(page);
          button(page, "결제하기").click();
          Phone.decide(page, "decline");
          assertThat(heading(page, "결제(가 승인되지|를 마치지) 않았어요")).isVisible();
          Phone.look(page, "app-declined");
          link(page, "주문 보기").click();
          assertThat(page.getByText(UNPAID)).isVisible();
          Phone.look(page, "app-unpaid");
          link(page, "결제하기").click();
          Phone.decide(page, "approve");
          assertThat(page.getByText(PAID)).isVisible();
        });
  }

  @Test
  void anUnknownOutcomeIsWaitedForAndThenTold(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.fillACart(page);
          // The money moves, nobody hears of it, and the first look-up is slow.
          phone.fault(
              Map.of(
                  "operation",
                  "confirm",
                  "effect",
                  "error",
                  "code",
                  "UNKNOWN_PAYMENT_ERROR",
                  "after",
                  true));
          phone.fault(Map.of("operation", "lookup", "effect", "delay", "millis", 3000));
          button(page, "결제하기").click();
          Phone.decide(page, "approve");
          assertThat(page.getByText("결제 결과를 은행에서 기다리고 있어요")).isVisible();
          Phone.look(page, "app-checking");
          assertThat(page.getByText(PAID)).isVisible();
          assertThat(phone.charges(Phone.orderOn(page))).isOne();
        });
  }

  @Test
  void aPageThatIsLoadedAgainInTheMiddleOfAPaymentPaysOnce(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.fillACart(page);
          phone.fault(Map.of("operation", "confirm", "effect", "delay", "millis", 2000));
          button(page, "결제하기").click();
          page.waitForRequest(
              Pattern.compile(".*/orders/[^/]+/payment"), () -> Phone.decide(page, "approve"));
          page.reload();
          assertThat(page.getByText(PAID)).isVisible();
          assertThat(phone.charges(Phone.orderOn(page))).isOne();
        });
  }

  @Test
  void goingBackToThePaymentPagePaysNothingTwice(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.fillACart(page);
          Phone.pay(page);
          String order = Phone.orderOn(page);
          page.goBack();
          assertThat(page.getByText("이미 결제된 주문입니다")).isVisible();
          link(page, "주문으로 돌아가기").click();
          assertThat(page.getByText(PAID)).isVisible();
          assertThat(Phone.orderOn(page)).isEqualTo(order);
          assertThat(phone.charges(order)).isOne();
          // The app's own way back does not lead there.
          button(page, "뒤로").click();
          assertThat(heading(page, "주문 내역")).isVisible();
        });
  }

  @Test
  void aPriceThatChangedMeanwhileIsSaidBeforeAnythingIsPaid(Phone phone) throws Exception {
    phone.visit(
        page -> {
          String dish = phone.fillACart(page);
          phone.sql("UPDATE menus SET price = price + 700 WHERE id = ?", UUID.fromString(dish));
          button(page, "결제하기").click();
          assertThat(page.getByText("장바구니가 바뀌었어요")).isVisible();
          Phone.look(page, "app-changed");
          Phone.pay(page);
        });
  }

  @Test
  void whatSoldOutBetweenCartAndPaymentIsTakenOut(Phone phone) throws Exception {
    phone.visit(
        page -> {
          String dish = phone.fillACart(page);
          phone.sql("UPDATE menus SET sold_out = true WHERE id = ?", UUID.fromString(dish));
          try {
            button(page, "결제하기").click();
            assertThat(page.getByText(Pattern.compile("품절되어 뺐어요"))).isVisible();
            assertThat(page.getByText("장바구니가 비어 있어요")).isVisible();
            Phone.look(page, "app-sold-out");
          } finally {
            phone.sql("UPDATE menus SET sold_out = false WHERE id = ?", UUID.fromString(dish));
          }
        });
  }

  @Test
  void onASlowNetworkAnOrderThatIsTappedTwiceIsOne(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.fillACart(page);
          slowDown(page);
          List<String> orders = new ArrayList<>();
          page.onRequest(
              request -> {
                if (request.method().equals("POST") && request.url().endsWith("/v1/orders")) {
                  orders.add(request.url());
                }
              });
          page.evaluate(
              """
              () => {
                const pay = document.querySelector('form button[type=submit]');
                pay.click();
                pay.click();
              }
              """);
          Phone.decide(page, "approve");
          assertThat(page.getByText(PAID)).isVisible();
          assertThat(orders).hasSize(1);
          phone.open(page, "/orders");
          assertThat(page.locator("a.card[href^='/orders/']")).hasCount(1);
        });
  }

  @Test
  void anOrderWhoseAnswerWasLostIsTheSameOneWhenItIsTriedAgain(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.fillACart(page);
          // The Server has it, the phone never hears.
          page.route(
              "**/ojeomneo/v1/orders",
              route -> {
                route.fetch();
                route.abort();
              });
          button(page, "결제하기").click();
          assertThat(page.getByText("연결하지 못했어요")).isVisible();
          page.unroute("**/ojeomneo/v1/orders");
          Phone.pay(page);
          phone.open(page, "/orders");
          assertThat(page.locator("a.card[href^='/orders/']")).hasCount(1);
        });
  }

  /** A train in a tunnel: 400 kbit/s, an answer after half a second. */
  private static void slowDown(Page page) {
    var conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", 500);
    conditions.addProperty("downloadThroughput", 50_000);
    conditions.addProperty("uploadThroughput", 50_000);
    var session = page.context().newCDPSession(page);
    session.send("Network.enable");
    session.send("Network.emulateNetworkConditions", conditions);
  }
}
