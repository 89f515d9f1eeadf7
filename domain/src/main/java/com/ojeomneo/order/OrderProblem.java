package com.ojeomneo.order;

import com.ojeomneo.platform.problem.ProblemCode;

/** Why an order, a payment or a cancellation is refused. */
public enum OrderProblem implements ProblemCode {
  STORE_CLOSED(409, "지금은 주문을 받지 않는 가게예요.", "The shop is not taking orders right now."),
  CUTOFF_PASSED(409, "오늘 주문이 마감되었어요.", "The last order of the day has passed."),
  SOLD_OUT(409, "품절된 메뉴가 있어요.", "Something you chose is sold out."),
  NOT_ON_SALE(409, "지금은 팔지 않는 메뉴가 있어요.", "Something you chose is not sold at that time."),
  OPTION_RULE(409, "옵션 선택을 확인해 주세요.", "Please check the options you chose."),
  SLOT_FULL(409, "그 시간에는 주문이 마감되었어요.", "That pickup time is no longer offered."),
  QUANTITY_LIMIT(409, "한 번에 주문할 수 있는 수량을 넘었어요.", "That is more than one order may hold."),
  ORDER_EXPIRED(409, "결제 시간이 지나 주문이 취소되었어요.", "The time to pay for this order has passed."),
  ORDER_CANCELLED(409, "이미 취소된 주문이에요.", "This order was cancelled."),
  AMOUNT_MISMATCH(409, "결제 금액이 주문 금액과 달라요.", "The amount is not that of the order."),
  ALREADY_PAID(409, "이미 결제된 주문이에요.", "This order is already paid."),
  PAYMENT_OPEN(409, "손님이 앱에서 결제하는 중이에요.", "The customer is paying in the app."),
  PAYMENT_KEY_USED(409, "이미 사용된 결제예요.", "This payment belongs to another order."),
  NOT_CANCELLABLE(409, "지금은 취소할 수 없어요.", "This order can no longer be cancelled."),
  TRANSITION_REFUSED(409, "지금 상태에서는 할 수 없어요.", "The order's state does not allow this."),
  NOTHING_TO_REFUND(409, "환불할 금액이 없어요.", "There is nothing left to give back."),
  REFUND_TOO_LARGE(409, "환불할 수 있는 것보다 많아요.", "That is more than is left to give back."),
  CHANGE_TOO_LARGE(409, "그만큼 남아 있지 않아요.", "Fewer than that are left of it."),
  PAYMENT_DECLINED(402, "결제가 거절되었어요.", "The payment was declined.");

  private final Meaning meaning;

  OrderProblem(int status, String korean, String english) {
    this.meaning = new Meaning(status, korean, english);
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
