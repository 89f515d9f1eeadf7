package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.ojeomneo.local.Phone.button;
import static com.ojeomneo.local.Phone.heading;
import static com.ojeomneo.local.Phone.link;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The app on a phone, against the whole stack: what a customer does between 11:40 and 12:30. */
@ExtendWith(Phone.Given.class)
class MobileTest {
  @Test
  void lunchIsOrderedPaidAndWatchedUntilItIsEatenAndOrderedAgain(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.open(page, "/");
          assertThat(heading(page, "^가게$")).isVisible();
          // At night the only shop that is open is one that never closes: it has no last order.
          assertThat(page.getByText(Pattern.compile("주문 마감|지금 주문할 수 있어요")).first()).isVisible();
          Phone.look(page, "app-home");
          Phone.chooseADish(page, "app-");
          Phone.openCart(page);
          Phone.look(page, "app-cart");
          Phone.pay(page);
          assertThat(link(page, "장바구니 보기")).hasCount(0);
          String order = Phone.orderOn(page);
          Kitchen kitchen = phone.kitchen();
          kitchen.move(order, OrderStatus.ACCEPTED, null);
          assertThat(page.getByText("주문을 접수했어요")).isVisible();
          kitchen.move(order, OrderStatus.PREPARING, null);
          assertThat(page.getByText("만들고 있어요")).isVisible();
          Phone.look(page, "app-order");
          kitchen.move(order, OrderStatus.READY, null);
          assertThat(page.getByText("준비됐어요! 찾으러 오세요")).isVisible();
          Phone.look(page, "app-ready");
          page.reload();
          assertThat(page.getByText("준비됐어요! 찾으러 오세요")).isVisible();
          phone.open(page, "/");
          assertThat(heading(page, "진행 중인 주문")).isVisible();
          kitchen.move(order, OrderStatus.COMPLETED, null);
          phone.open(page, "/orders");
          assertThat(page.getByText("맛있게 드세요")).isVisible();
          Phone.look(page, "app-orders");
          phone.open(page, "/");
          assertThat(heading(page, "다시 주문하기")).isVisible();
          Phone.look(page, "app-again");
          button(page, "같은 메뉴 담기").click();
          assertThat(page.getByText("총 결제 금액")).isVisible();
          Phone.pay(page);
        });
  }

  @Test
  void aPaidOrderHasAReceiptThatSaysWhatCameBack(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.fillACart(page);
          Phone.pay(page);
          link(page, "영수증").click();
          assertThat(page.getByText("부가세 (포함)")).isVisible();
          assertThat(link(page, "카드 매출전표 보기")).isVisible();
          Phone.look(page, "app-receipt");
          button(page, "뒤로").click();
          button(page, "주문 취소").click();
          Phone.look(page, "app-cancel");
          button(page, "취소하고 전액 환불받기").click();
          assertThat(page.getByText("취소된 주문이에요")).isVisible();
          assertThat(page.getByText(Pattern.compile("환불됐어요"))).isVisible();
          Phone.look(page, "app-cancelled");
          link(page, "영수증").click();
          assertThat(page.getByText("환불 후 금액")).isVisible();
        });
  }

  /** Entries are added up each 10 s, and the list is kept for a minute. */
  @Test
  void whatWasJustPaidIsSoonPopular(Phone phone) throws Exception {
    phone.visit(
        page -> {
          String dish = phone.fillACart(page);
          Phone.pay(page);
          var offer =
              page.locator(
                  "section:has(h2:text-is('오늘 많이 찾아요')) a[href='/menus/%s']".formatted(dish));
          long deadline = System.nanoTime() + 120_000_000_000L;
          do {
            phone.open(page, "/");
          } while (!isSeen(offer) && System.nanoTime() < deadline);
          assertThat(offer).isVisible();
        });
  }

  private static boolean isSeen(Locator what) {
    try {
      what.waitFor(new WaitForOptions().setTimeout(5_000));
      return true;
    } catch (TimeoutError e) {
      return false;
    }
  }

  @Test
  void aMessageOfTheServerIsShownAndLeadsToItsOrder(Phone phone) throws Exception {
    phone.visit(
        page -> {
          page.context().grantPermissions(List.of("notifications"));
          phone.open(page, "/");
          page.evaluate("navigator.serviceWorker.ready");
          deliver(
              page,
              """
              {"title":"A17 · 음식이 준비됐어요","body":"종로 김치찌개","tag":"order-1","url":"/orders"}
              """);
          deliver(
              page,
              """
              {"title":"A17 · 주문이 취소됐어요","body":"종로 김치찌개","tag":"order-1","url":"/orders"}
              """);
          page.waitForFunction(
              """
              async () => {
                const worker = await navigator.serviceWorker.ready;
                const shown = await worker.getNotifications();
                return shown.length === 1 && shown[0].title.includes('취소')
                  && shown[0].data.url === '/orders';
              }
              """);
        });
  }

  /** As a push service hands it to the browser. */
  private static void deliver(Page page, String message) {
    var session = page.context().newCDPSession(page);
    var registration = new CompletableFuture<String>();
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        event ->
            registration.complete(
                event
                    .getAsJsonArray("registrations")
                    .get(0)
                    .getAsJsonObject()
                    .get("registrationId")
                    .getAsString()));
    session.send("ServiceWorker.enable");
    page.waitForCondition(registration::isDone);
    var delivery = new JsonObject();
    delivery.addProperty("origin", page.url().replaceAll("/$", ""));
    delivery.addProperty("registrationId", registration.join());
    delivery.addProperty("data", message);
    session.send("ServiceWorker.deliverPushMessage", delivery);
  }

  @Test
  void aHeartKeepsAShopAndADishAtHand(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.open(page, "/");
          page.locator("a.store").first().click();
          button(page, "찜하기").click();
          assertThat(page.locator("button.heart[aria-pressed=true]")).isVisible();
          page.locator("a.dish").first().click();
          button(page, "찜하기").click();
          assertThat(page.locator("button.heart[aria-pressed=true]")).isVisible();
          phone.open(page, "/favourites");
          assertThat(page.locator("a.store")).hasCount(1);
          assertThat(page.locator("a.dish")).hasCount(1);
          Phone.look(page, "app-favourites");
          page.locator("a.dish").click();
          button(page, "찜하기").click();
          assertThat(page.locator("button.heart[aria-pressed=false]")).isVisible();
          button(page, "뒤로").click();
          assertThat(page.locator("a.dish")).hasCount(0);
        });
  }

  @Test
  void theWayBackLeadsToWhereOneWas(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.open(page, "/");
          page.getByLabel("메뉴 검색").fill("김치");
          page.waitForURL("**/?q=*");
          page.locator("a.dish").first().click();
          assertThat(page.getByText("수량").first()).isVisible();
          button(page, "뒤로").click();
          assertThat(page.getByLabel("메뉴 검색")).hasValue("김치");
          page.locator("a.dish").nth(2).scrollIntoViewIfNeeded();
          Phone.look(page, "app-search");
          // Opened from a message or a bookmark there is nothing of the app behind.
          String dish = page.locator("a.dish").first().getAttribute("href");
          page.navigate("about:blank");
          phone.open(page, dish);
          button(page, "뒤로").click();
          assertThat(heading(page, "뭐 먹을까요")).isVisible();
        });
  }

  @Test
  void everyScreenSpeaksEnglish(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.open(page, "/me");
          page.getByLabel("언어").selectOption("en");
          assertThat(page.getByText("You are a guest")).isVisible();
          Phone.look(page, "app-me-english");
          phone.open(page, "/");
          assertThat(page.getByText("What is for lunch today?")).isVisible();
          Phone.look(page, "app-home-english");
        });
  }

  @Test
  void everyComponentIsOnOnePage(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.open(page, "/design");
          assertThat(heading(page, "Colours")).isVisible();
          Phone.look(page, "app-design");
          button(page, "sheet").click();
          Phone.look(page, "app-sheet");
        });
  }

  @Test
  void anOrderIsReadWithoutANetworkAndGoesOnAfterwards(Phone phone) throws Exception {
    phone.visit(
        page -> {
          phone.fillACart(page);
          Phone.pay(page);
          page.evaluate("navigator.serviceWorker.ready");
          page.reload();
          assertThat(page.getByText("가게에서 확인하고 있어요")).isVisible();
          String order = Phone.orderOn(page);
          page.context().setOffline(true);
          page.reload();
          assertThat(page.getByText("인터넷에 연결되어 있지 않아요")).isVisible();
          assertThat(page.getByText("가게에서 확인하고 있어요")).isVisible();
          Phone.look(page, "app-offline");
          phone.kitchen().move(order, OrderStatus.ACCEPTED, null);
          page.context().setOffline(false);
          assertThat(page.getByText("주문을 접수했어요")).isVisible();
        });
  }

  @Test
  void aVersionThatMayNoLongerOrderIsInTheWayAndANewerOneIsOffered(Phone phone) throws Exception {
    phone.visit(
        page -> {
          offer(phone, "1.0.0", "1.1.0");
          try {
            untilSaid(phone, page, "새 버전이 나왔어요.");
            Phone.look(page, "app-update-offered");
            button(page, "나중에").click();
            assertThat(page.getByText("새 버전이 나왔어요.")).hasCount(0);
            offer(phone, "1.1.0", "1.1.0");
            untilSaid(phone, page, "새 버전이 필요해요");
            page.keyboard().press("Escape");
            assertThat(page.getByText("새 버전이 필요해요")).isVisible();
            Phone.look(page, "app-update-required");
          } finally {
            offer(phone, "1.0.0", "1.0.0");
          }
        });
  }

  private static void offer(Phone phone, String oldest, String latest) throws Exception {
    phone.sql(
        "UPDATE app_versions SET min_version = ?, latest_version = ? WHERE platform = 'web'",
        oldest,
        latest);
  }

  /** What is shown while the newer answer is on its way may be the one before it. */
  private static void untilSaid(Phone phone, Page page, String text) {
    long deadline = System.nanoTime() + 20_000_000_000L;
    do {
      page.waitForResponse(answer -> answer.url().contains("/config"), () -> phone.open(page, "/"));
      page.waitForLoadState();
    } while (!page.getByText(text).isVisible() && System.nanoTime() < deadline);
    assertThat(page.getByText(text)).isVisible();
  }
}
