package com.ojeomneo.admin.order;

import static com.ojeomneo.admin.order.Restaurant.OWNER;
import static com.ojeomneo.schema.jooq.Tables.AUDIT_LOG;
import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static com.ojeomneo.schema.jooq.Tables.REFUNDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.order.PlaceOrder;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.schema.jooq.enums.RefundStatus;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** Orders of the real domain, their money moved to days that are over, and the statement of it. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class SettlementTest {
  private static final String MARCH = "from=2026-03-01&to=2026-03-31";

  private static final class Viewer {
    static final Colleague OF_THE_TESTS = Colleague.hired(StaffRole.VIEWER).signIn();
  }

  @Test
  void moneyCountsOnTheDayThatItMovedInSeoul() {
    Restaurant shop = Restaurant.open();
    approved(meal(shop, 2), "2026-03-01T00:00");
    approved(meal(shop, 1), "2026-03-02T23:59:59");
    Meal cancelled = meal(shop, 1).moved(OrderStatus.CANCELLED);
    approved(cancelled, "2026-03-02T12:00");
    givenBack(cancelled, "2026-03-03T00:00:01");
    approved(meal(shop, 5), "2026-02-28T23:59:59");
    approved(meal(shop, 5), "2026-04-01T00:00");

    show(shop, MARCH)
        .body("from", equalTo("2026-03-01"))
        .body("to", equalTo("2026-03-31"))
        .body("lines.day", contains("2026-03-03", "2026-03-02", "2026-03-01"))
        .body("lines.sums.orders", contains(0, 2, 1))
        .body("lines.sums.gross", contains(0, 18_000, 18_000))
        .body("lines.sums.refunds", contains(1, 0, 0))
        .body("lines.sums.net", contains(-9_000, 18_000, 18_000))
        .body("lines.storeName", everyItem(equalTo("시험 가게")))
        .body("total.orders", equalTo(3))
        .body("total.gross", equalTo(36_000))
        .body("total.refunded", equalTo(9_000))
        .body("total.net", equalTo(27_000))
        .body("pending.refunds", equalTo(0));
  }

  @Test
  void whatIsNotGivenBackYetIsPendingAndInNoLine() {
    Restaurant shop = Restaurant.open();
    Meal cancelled = meal(shop, 1).moved(OrderStatus.CANCELLED);
    approved(cancelled, "2026-03-02T12:00");
    OWNER
        .update(REFUNDS)
        .set(REFUNDS.STATUS, RefundStatus.PENDING)
        .setNull(REFUNDS.DONE_AT)
        .set(REFUNDS.TRY_AT, Instant.now().plusSeconds(86_400))
        .where(REFUNDS.ORDER_ID.eq(cancelled.id()))
        .execute();

    show(shop, MARCH)
        .body("total.refunded", equalTo(0))
        .body("total.net", equalTo(9_000))
        .body("pending.refunds", equalTo(1))
        .body("pending.refundAmount", equalTo(9_000))
        .body("pending.oldestRefund", notNullValue());
    show(Restaurant.open(), MARCH).body("pending.refunds", equalTo(0));
  }

  @Test
  void kindsOfPaymentAreAddedUpByThemselves() {
    Restaurant shop = Restaurant.open();
    paidWith(meal(shop, 1), "카드", "2026-03-02T12:00");
    paidWith(meal(shop, 3), "간편결제", "2026-03-02T13:00");
    paidWith(meal(shop, 1), null, "2026-03-04T13:00");
    Meal stray = meal(shop, 1);
    paidWith(stray, "카드", "2026-03-04T14:00");
    OWNER
        .update(PAYMENTS)
        .set(PAYMENTS.PAYS_ORDER, false)
        .where(PAYMENTS.ORDER_ID.eq(stray.id()))
        .execute();

    show(shop, MARCH)
        .body("kinds.method", contains("간편결제", "카드", null))
        .body("kinds.sums.gross", contains(27_000, 18_000, 9_000))
        .body("kinds.sums.unserved", contains(0, 9_000, 0))
        .body("lines[1].kinds.method", contains("간편결제", "카드"))
        .body("total.orders", equalTo(3));
  }

  @Test
  void shopStaffSeeTheirOwnShopOnly() {
    Restaurant mine = Restaurant.open();
    Restaurant other = Restaurant.open();
    approved(meal(mine, 1), "2026-03-02T12:00");
    approved(meal(other, 1), "2026-03-02T12:00");
    Colleague cook = Colleague.hired(StaffRole.SHOP_STAFF, mine.id()).signIn();

    cook.asks()
        .get("/api/settlement?" + MARCH)
        .then()
        .statusCode(200)
        .body("lines.storeId", contains(mine.id().toString()))
        .body("choices.id", contains(mine.id().toString()))
        .body("total.gross", equalTo(9_000));
    for (String path : List.of("/api/settlement", "/api/settlement/export")) {
      cook.asks().get(path + "?store={s}", other.id()).then().statusCode(404);
    }
    assertThat(csv(cook, MARCH)).contains("시험 가게").hasLineCount(3);
    Viewer.OF_THE_TESTS
        .asks()
        .get("/api/settlement?" + MARCH)
        .then()
        .body("lines.storeId", hasItem(other.id().toString()));
  }

  @Test
  void itIsTakenAlongWithTypedCellsAndTheLogHasWho() throws IOException {
    Restaurant shop = Restaurant.open();
    paidWith(meal(shop, 2), "카드", "2026-03-02T12:00");
    Colleague viewer = Colleague.hired(StaffRole.VIEWER).signIn();
    String asked = "/api/settlement/export?store=" + shop.id() + "&" + MARCH;

    byte[] file =
        viewer.asks().get(asked + "&format=xlsx").then().statusCode(200).extract().asByteArray();
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(3);
      assertThat(rows.get(0).getCellText(4)).isEqualTo("결제 금액");
      assertThat(rows.get(1).getCellAsDate(0)).contains(LocalDate.of(2026, 3, 2).atStartOfDay());
      assertThat(rows.get(1).getCellText(2)).isEqualTo("카드");
      assertThat(rows.get(1).getCellAsNumber(8).orElseThrow()).isEqualByComparingTo("18000");
      assertThat(rows.get(2).getCellText(1)).isEqualTo("합계");
      assertThat(rows.get(2).getCellAsNumber(4).orElseThrow()).isEqualByComparingTo("18000");
    }
    viewer
        .asks()
        .header("Accept-Language", "en")
        .get(asked)
        .then()
        .statusCode(200)
        .header("Content-Disposition", containsString("settlement-2026-03-01-2026-03-31.csv"))
        .body(
            containsString(
                "Day,Shop,Kind of payment,Paid orders,Gross,\"Of it, to be given back\",Refunds,"
                    + "Refunded,Net"));
    assertThat(
            OWNER
                .selectFrom(AUDIT_LOG)
                .where(AUDIT_LOG.STAFF_ID.eq(viewer.id()), AUDIT_LOG.ACTION.eq(AuditAction.EXPORT))
                .fetch(AUDIT_LOG.RESOURCE))
        .containsExactly("settlement", "settlement");
  }

  @Test
  void daysThatAreNoneOrTooManyAreRefused() {
    String tomorrow = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(1).toString();
    for (String days :
        List.of(
            "from=x",
            "to=2026-02-30",
            "to=" + tomorrow,
            "from=2026-03-02&to=2026-03-01",
            "from=2026-01-01&to=2026-04-03",
            "from=-9999-01-01")) {
      Viewer.OF_THE_TESTS.asks().get("/api/settlement?" + days).then().statusCode(400);
      Viewer.OF_THE_TESTS.asks().get("/api/settlement/export?" + days).then().statusCode(400);
    }
    Viewer.OF_THE_TESTS.asks().get("/api/settlement/export?format=pdf").then().statusCode(400);
    Viewer.OF_THE_TESTS.asks().get("/api/settlement?store=x").then().statusCode(404);
    Viewer.OF_THE_TESTS
        .asks()
        .get("/api/settlement?from=2026-01-01&to=2026-04-02")
        .then()
        .statusCode(200);
  }

  @Test
  void withoutDaysItIsTheMonthUntilToday() {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Seoul"));
    show(Restaurant.open(), "")
        .body("from", equalTo(today.withDayOfMonth(1).toString()))
        .body("to", equalTo(today.toString()))
        .body("lines", empty())
        .body("kinds", hasSize(0))
        .body("total.net", equalTo(0))
        .body("choices", not(empty()));
  }

  private static String csv(Colleague who, String days) {
    return who.asks()
        .get("/api/settlement/export?" + days)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static ValidatableResponse show(Restaurant shop, String days) {
    return Viewer.OF_THE_TESTS
        .asks()
        .get("/api/settlement?store=" + shop.id() + "&" + days)
        .then()
        .statusCode(200);
  }

  private static Meal meal(Restaurant shop, int quantity) {
    return Meal.paid(shop, new PlaceOrder.Portions(shop.dish(), quantity, List.of()));
  }

  private static void approved(Meal meal, String time) {
    paidWith(meal, "카드", time);
  }

  private static void paidWith(Meal meal, String method, String time) {
    OWNER
        .update(PAYMENTS)
        .set(PAYMENTS.APPROVED_AT, inSeoul(time))
        .set(PAYMENTS.METHOD, method)
        .where(PAYMENTS.ORDER_ID.eq(meal.id()))
        .execute();
  }

  /** As if the provider had done it then. */
  private static void givenBack(Meal meal, String time) {
    OWNER
        .update(REFUNDS)
        .set(REFUNDS.STATUS, RefundStatus.DONE)
        .set(REFUNDS.DONE_AT, inSeoul(time))
        .setNull(REFUNDS.TRY_AT)
        .where(REFUNDS.ORDER_ID.eq(meal.id()))
        .execute();
  }

  private static Instant inSeoul(String time) {
    return LocalDateTime.parse(time).toInstant(ZoneOffset.ofHours(9));
  }
}
