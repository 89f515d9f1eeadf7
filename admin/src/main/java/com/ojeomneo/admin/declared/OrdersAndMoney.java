package com.ojeomneo.admin.declared;

import static com.ojeomneo.admin.declared.Columns.ATTEMPT_STATUS;
import static com.ojeomneo.admin.declared.Columns.ORDER_CHANNEL;
import static com.ojeomneo.admin.declared.Columns.ORDER_STATUS;
import static com.ojeomneo.admin.declared.Columns.PAYMENT_KIND;
import static com.ojeomneo.admin.declared.Columns.REFUND_STATUS;
import static com.ojeomneo.admin.declared.Columns.bool;
import static com.ojeomneo.admin.declared.Columns.choice;
import static com.ojeomneo.admin.declared.Columns.date;
import static com.ojeomneo.admin.declared.Columns.id;
import static com.ojeomneo.admin.declared.Columns.instant;
import static com.ojeomneo.admin.declared.Columns.integer;
import static com.ojeomneo.admin.declared.Columns.json;
import static com.ojeomneo.admin.declared.Columns.money;
import static com.ojeomneo.admin.declared.Columns.reference;
import static com.ojeomneo.admin.declared.Columns.text;
import static com.ojeomneo.admin.resource.Resource.Group.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.ORDER_EVENTS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENTS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENT_ATTEMPTS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENT_WEBHOOKS;
import static com.ojeomneo.schema.jooq.Tables.REFUNDS;
import static org.jooq.impl.DSL.select;

import com.ojeomneo.admin.resource.Declarations;
import com.ojeomneo.admin.resource.Mask;
import com.ojeomneo.admin.resource.Resource;
import com.ojeomneo.schema.jooq.Tables;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;

/** Orders and what was paid for them: read here, changed by the domain only. */
@Singleton
class OrdersAndMoney implements Declarations {
  private static final com.ojeomneo.schema.jooq.tables.Orders O = Tables.ORDERS;

  @Override
  public List<Resource> resources() {
    return List.of(orders(), payments(), attempts(), refunds(), webhooks(), events());
  }

  private static Resource orders() {
    return Resource.of(O, ORDERS, "주문", "Orders")
        .column(id(O.ID))
        .column(text(O.NUMBER, "주문 번호", "Number").filter())
        .column(choice(O.STATUS, ORDER_STATUS, "상태", "Status").filter())
        .column(choice(O.CHANNEL, ORDER_CHANNEL, "경로", "Channel").filter().unlisted())
        .column(reference(O.STORE_ID, "stores", "가게", "Shop").filter())
        .column(date(O.BUSINESS_DAY, "영업일", "Business day"))
        .column(money(O.TOTAL_AMOUNT, "금액", "Amount"))
        .column(reference(O.USER_ID, "users", "고객", "Customer").filter())
        .column(instant(O.PICKUP_AT, "픽업 시각", "Pickup").unlisted())
        .column(instant(O.ESTIMATED_READY_AT, "준비 예정", "Ready at").unlisted())
        // The shop reads it where it cooks by it: on the board and in the order's dossier.
        .column(text(O.NOTE, "요청 사항", "Note").unlisted().masked(Mask.ALL))
        .column(text(O.CANCEL_REASON, "취소 사유", "Why cancelled").unlisted())
        .column(instant(O.CREATED_AT, "주문 시각", "Ordered").sortable().filter())
        .column(instant(O.EXPIRES_AT, "결제 기한", "To be paid by").unlisted())
        .title(O.NUMBER)
        .dated(O.CREATED_AT)
        .searchedBy(O.NUMBER)
        .ofShop(O.STORE_ID)
        .related("payments", "orderId", "결제", "Payments")
        .related("payment_attempts", "orderId", "결제 시도", "Attempts")
        .related("refunds", "orderId", "환불", "Refunds")
        .related("order_events", "orderId", "이력", "Events");
  }

  private static Resource payments() {
    return Resource.of(PAYMENTS, ORDERS, "결제", "Payments")
        .column(id(PAYMENTS.ID))
        .column(reference(PAYMENTS.ORDER_ID, "orders", "주문", "Order").filter())
        .column(choice(PAYMENTS.KIND, PAYMENT_KIND, "곳", "Where"))
        .column(text(PAYMENTS.PAYMENT_KEY, "결제 키", "Payment key").filter())
        .column(money(PAYMENTS.AMOUNT, "결제 금액", "Amount"))
        .column(money(PAYMENTS.REFUNDED, "환불 금액", "Refunded"))
        .column(text(PAYMENTS.METHOD, "수단", "Method"))
        .column(text(PAYMENTS.RECEIPT_URL, "영수증", "Receipt").unlisted())
        .column(instant(PAYMENTS.APPROVED_AT, "승인 시각", "Approved").sortable().filter())
        .column(bool(PAYMENTS.PAYS_ORDER, "주문 결제", "Pays the order").unlisted())
        .column(bool(PAYMENTS.SUPPLEMENT, "추가 결제", "Supplement").unlisted())
        .column(reference(PAYMENTS.TAKEN_BY, "staff", "받은 직원", "Taken by").unlisted())
        .title(PAYMENTS.PAYMENT_KEY)
        .dated(PAYMENTS.APPROVED_AT)
        .searchedBy(PAYMENTS.PAYMENT_KEY)
        .ofShops(ofOrdersIn(PAYMENTS.ORDER_ID))
        .related("refunds", "paymentId", "환불", "Refunds");
  }

  private static Resource attempts() {
    return Resource.of(PAYMENT_ATTEMPTS, ORDERS, "결제 시도", "Payment attempts")
        .column(id(PAYMENT_ATTEMPTS.ID))
        .column(reference(PAYMENT_ATTEMPTS.ORDER_ID, "orders", "주문", "Order").filter())
        .column(choice(PAYMENT_ATTEMPTS.STATUS, ATTEMPT_STATUS, "상태", "Status"))
        .column(money(PAYMENT_ATTEMPTS.AMOUNT, "금액", "Amount"))
        .column(text(PAYMENT_ATTEMPTS.PAYMENT_KEY, "결제 키", "Payment key").filter())
        .column(text(PAYMENT_ATTEMPTS.FAILURE_CODE, "실패 코드", "Failure"))
        .column(text(PAYMENT_ATTEMPTS.FAILURE_MESSAGE, "실패 내용", "What it said").unlisted())
        .column(integer(PAYMENT_ATTEMPTS.CHECKS, "확인 횟수", "Looks").unlisted())
        .column(instant(PAYMENT_ATTEMPTS.CHECK_AT, "다음 확인", "Next look").unlisted())
        .column(instant(PAYMENT_ATTEMPTS.CREATED_AT, "시작", "Begun"))
        .column(instant(PAYMENT_ATTEMPTS.SETTLED_AT, "확정", "Settled"))
        .title(PAYMENT_ATTEMPTS.PAYMENT_KEY)
        .searchedBy(PAYMENT_ATTEMPTS.PAYMENT_KEY)
        .ofShops(ofOrdersIn(PAYMENT_ATTEMPTS.ORDER_ID));
  }

  private static Resource refunds() {
    return Resource.of(REFUNDS, ORDERS, "환불", "Refunds")
        .column(id(REFUNDS.ID))
        .column(reference(REFUNDS.ORDER_ID, "orders", "주문", "Order").filter())
        .column(reference(REFUNDS.PAYMENT_ID, "payments", "결제", "Payment").filter().unlisted())
        .column(money(REFUNDS.AMOUNT, "금액", "Amount"))
        .column(choice(REFUNDS.STATUS, REFUND_STATUS, "상태", "Status").filter())
        .column(text(REFUNDS.REASON, "사유", "Reason"))
        .column(text(REFUNDS.FAILURE_CODE, "실패 코드", "Failure"))
        .column(integer(REFUNDS.TRIES, "시도", "Tries"))
        .column(instant(REFUNDS.TRY_AT, "다음 시도", "Next try").unlisted())
        .column(instant(REFUNDS.CREATED_AT, "요청", "Asked for").sortable().filter())
        .column(instant(REFUNDS.DONE_AT, "완료", "Done"))
        .column(bool(REFUNDS.AT_TILL, "현장 환불", "At the till").unlisted())
        .title(REFUNDS.REASON)
        .dated(REFUNDS.CREATED_AT)
        .ofShops(ofOrdersIn(REFUNDS.ORDER_ID));
  }

  private static Resource webhooks() {
    return Resource.of(PAYMENT_WEBHOOKS, ORDERS, "웹훅", "Webhooks")
        .column(id(PAYMENT_WEBHOOKS.ID))
        .column(reference(PAYMENT_WEBHOOKS.ORDER_ID, "orders", "주문", "Order").filter())
        .column(text(PAYMENT_WEBHOOKS.EVENT_TYPE, "종류", "Type"))
        .column(text(PAYMENT_WEBHOOKS.PAYMENT_KEY, "결제 키", "Payment key"))
        .column(json(PAYMENT_WEBHOOKS.BODY, "내용", "Body").unlisted().masked(Mask.ALL))
        .column(instant(PAYMENT_WEBHOOKS.RECEIVED_AT, "받은 시각", "Received").sortable().filter())
        .title(PAYMENT_WEBHOOKS.EVENT_TYPE)
        .dated(PAYMENT_WEBHOOKS.RECEIVED_AT);
  }

  private static Resource events() {
    return Resource.of(ORDER_EVENTS, ORDERS, "주문 이력", "Order events")
        .column(reference(ORDER_EVENTS.ORDER_ID, "orders", "주문", "Order").filter())
        .column(integer(ORDER_EVENTS.SEQ, "순번", "Sequence"))
        .column(text(ORDER_EVENTS.TYPE, "종류", "Type"))
        .column(text(ORDER_EVENTS.ACTOR, "누가", "Who"))
        .column(instant(ORDER_EVENTS.CREATED_AT, "시각", "At"))
        .title(ORDER_EVENTS.TYPE)
        .ofShops(ofOrdersIn(ORDER_EVENTS.ORDER_ID));
  }

  private static Function<Set<UUID>, Condition> ofOrdersIn(Field<UUID> order) {
    return shops -> order.in(select(O.ID).from(O).where(O.STORE_ID.in(shops)));
  }
}
