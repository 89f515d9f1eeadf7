package com.ojeomneo.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A kitchen at noon, and whoever answers its customers: on the screen, and in the customer's app.
 */
class OrderDeskTest {
  private static final Page.GetByLabelOptions EXACTLY = new Page.GetByLabelOptions().setExact(true);

  @RegisterExtension static final BackOffice office = new BackOffice();

  @Test
  void theCustomerSeesEachStepThatTheKitchenTakes() throws Exception {
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/board");
          assertThat(page.getByText("새 주문").first()).isVisible();
          JsonNode order = office.diner().paidOrder();
          Locator card = cardOf(page, order);
          try (OrderStream app = office.diner().watch(order)) {
            app.until("PAID");
            Chromium.look(page, "board");
            for (var step : List.of("접수", "조리 시작", "준비 완료", "수령 완료")) {
              on(card, step).click();
              app.until(
                  switch (step) {
                    case "접수" -> "ACCEPTED";
                    case "조리 시작" -> "PREPARING";
                    case "준비 완료" -> "READY";
                    default -> "COMPLETED";
                  });
            }
          }
          assertThat(card).isHidden();
        });
  }

  @Test
  void whoIsTooLateReadsWhyInTheirOwnWords() throws Exception {
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/board");
          JsonNode order = office.diner().paidOrder();
          Locator card = cardOf(page, order);
          on(card, "거절·취소").click();
          Locator dialog = page.getByRole(AriaRole.DIALOG);
          dialog.getByText("재료가 떨어졌어요").click();
          Chromium.look(page, "reject");
          office.diner().cancel(order);

          on(dialog, "취소하고 환불").click();

          assertThat(page.getByText("그 사이 주문 상태가 바뀌어서 할 수 없어요.")).isVisible();
          assertThat(page.getByText("→")).hasCount(0);
          assertThat(card).isHidden();
        });
  }

  @Test
  void anOrderIsDelayedAndThenCancelledOnItsOwnPage() throws Exception {
    JsonNode order = office.diner().paidOrder();
    String id = order.get("id").textValue();
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/orders/" + id);
          BackOffice.button(page, "접수").click();
          BackOffice.button(page, "지연").click();
          Locator dialog = page.getByRole(AriaRole.DIALOG);
          assertThat(on(dialog, "10분 늦추기")).isVisible();
          Chromium.look(page, "order-delay");
          dialog.getByText("20분", new Locator.GetByTextOptions().setExact(true)).click();
          on(dialog, "20분 늦추기").click();
          assertThat(page.getByText("준비 예정 시각을 늦췄어요.")).isVisible();

          BackOffice.button(page, "주문 취소").click();
          dialog.getByText("재료가 떨어졌어요").click();
          Chromium.look(page, "order-cancel");
          on(dialog, "주문 취소하기").click();
          assertThat(page.getByText("주문을 취소했어요.")).isVisible();
          assertThat(office.diner().order(id).get("status").textValue()).isEqualTo("CANCELLED");
        });
  }

  @Test
  void oneOfTwoPortionsIsGivenBackAndTheCustomerSeesIt() throws Exception {
    JsonNode order = office.diner().paidOrder();
    JsonNode item = order.get("items").get(0);
    int half = item.get("amount").intValue() / 2;
    String id = order.get("id").textValue();
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/orders/" + id);
          BackOffice.button(page, "환불").click();
          Locator dialog = page.getByRole(AriaRole.DIALOG);
          on(dialog, item.get("name").textValue() + " 하나 더").click();
          dialog.getByText("빠진 메뉴가 있어요").click();
          Chromium.look(page, "refund");
          on(dialog, "다음").click();
          on(dialog, "%,d원 환불".formatted(half)).click();

          Locator refunds =
              page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("환불").setExact(true));
          assertThat(refunds.getByText("완료", new Locator.GetByTextOptions().setExact(true)))
              .isVisible();
          assertThat(refunds.getByText("%,d원".formatted(half))).isVisible();
          // The provider's own message has a look of its own asked for, which ends when it ends.
          assertThat(BackOffice.button(page, "결제사에 확인")).isEnabled();
          Chromium.look(page, "order");
          JsonNode refund = office.diner().order(id).get("refunds").get(0);
          assertThat(refund.get("amount").intValue()).isEqualTo(half);
          assertThat(refund.get("status").textValue()).isEqualTo("DONE");
          assertThat(refund.get("reason").textValue()).isEqualTo("빠진 메뉴가 있어요");
        });
  }

  @Test
  void whatTheKitchenRunsOutOfIsSoldOutInTheApp() throws Exception {
    office.onDesk(
        page -> {
          office.enter(page, office.access().owner(), "/board");
          BackOffice.button(page, "품절·재고").click();
          // Of a shop that never closes: of one that is closed the app says no more than that.
          String name = "수육 한 접시";
          Locator left = page.getByLabel(name + " 남은 수량", EXACTLY).first();
          Chromium.look(page, "kitchen");
          Locator row =
              page.getByRole(AriaRole.LISTITEM)
                  .filter(
                      new Locator.FilterOptions().setHas(page.getByLabel(name + " 남은 수량", EXACTLY)))
                  .first();
          String kept = left.inputValue();

          left.fill("0");
          on(row, "적용").click();
          awaitSoldOut(name, true);
          left.fill(kept);
          on(row, "적용").click();
          awaitSoldOut(name, false);

          Locator off = page.getByLabel(name + " 품절", EXACTLY);
          off.check();
          awaitSoldOut(name, true);
          off.uncheck();
          awaitSoldOut(name, false);
        });
  }

  @Test
  void aTicketIsPrintedWithoutTheBoardAroundIt() throws Exception {
    office.onDesk(
        page -> {
          page.addInitScript("window.print = () => {}");
          office.enter(page, office.access().owner(), "/board");
          JsonNode order = office.diner().paidOrder();
          Locator ticket = page.locator("#ticket");
          on(cardOf(page, order), "주문표 인쇄").click();
          assertThat(ticket).isHidden();

          page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

          assertThat(ticket).isVisible();
          assertThat(ticket).containsText(order.get("number").textValue());
          assertThat(ticket).containsText("덜 맵게 해 주세요");
          assertThat(page.locator("#root")).isHidden();
          Chromium.picture(page, "ticket");
        });
  }

  private static Locator cardOf(Page page, JsonNode order) {
    return page.getByRole(
            AriaRole.ARTICLE,
            new GetByRoleOptions().setName("주문 " + order.get("number").textValue()).setExact(true))
        .filter(new Locator.FilterOptions().setHasText(order.get("storeName").textValue()));
  }

  private static Locator on(Locator place, String button) {
    return place.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true));
  }

  private static void awaitSoldOut(String name, boolean soldOut) throws Exception {
    office
        .diner()
        .await(
            "/menus?limit=100&q=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
            found -> isSoldOut(found, name) == soldOut);
  }

  private static boolean isSoldOut(JsonNode found, String name) {
    for (JsonNode dish : found.get("items")) {
      if (dish.get("name").textValue().equals(name)) {
        return dish.get("soldOut").booleanValue();
      }
    }
    throw new AssertionError("no " + name + " in " + found);
  }
}
