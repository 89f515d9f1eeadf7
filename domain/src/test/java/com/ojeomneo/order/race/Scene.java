package com.ojeomneo.order.race;

import com.ojeomneo.order.Actor;
import com.ojeomneo.order.Node;
import com.ojeomneo.order.PayOrder;
import com.ojeomneo.order.RefundOrder;
import com.ojeomneo.order.TakeMoney;
import com.ojeomneo.payment.PaymentWebhook;
import com.ojeomneo.payment.TillMethod;
import java.util.List;

/** What has happened before the acts of a race begin. */
interface Scene {
  Lunch set(Lane lane);

  /** An order that waits to be paid, with two cards that are good for it. */
  Scene PLACED = lane -> Lunch.placed(lane, 5, List.of("normal", "normal"));

  /** The same, and the card is refused when it is charged. */
  Scene PLACED_WITH_BAD_CARD = lane -> Lunch.placed(lane, 5, List.of("refused", "normal"));

  /** The only portion and the only place in the slot are taken by an unpaid order. */
  Scene SOLD_OUT = lane -> Lunch.placed(lane, 1, List.of("normal"));

  /** There is one portion, and one place in the slot, left. */
  Scene LAST_PORTION = lane -> Lunch.placed(lane, 2, List.of("normal"));

  /** Somebody told of the order's payment, and nobody has looked yet. */
  Scene PLACED_AND_TOLD_OF =
      PLACED.then(
          (lane, lunch) ->
              lane.node.webhooks.receive(
                  new PaymentWebhook(
                      lunch.order, lunch.paymentKey(0), "PAYMENT_STATUS_CHANGED", "{}")));

  Scene PAID = PLACED.then((lane, lunch) -> pay(lane.node, lunch));

  /** In cash, at the counter. */
  Scene PAID_AT_TILL =
      PLACED.then(
          (lane, lunch) ->
              lane.node.till.take(
                  lunch.order,
                  new TakeMoney(TillMethod.CASH, lunch.total),
                  lunch.staff,
                  (_, _) -> {}));

  Scene CANCELLED_AFTER_PAYMENT =
      PAID.then(
          (lane, lunch) -> lane.node.progress.cancel(lunch.user, lunch.order, "변심", (_, _) -> {}));

  /** The money of one of two lines is on its way back. */
  Scene HALF_ASKED_BACK =
      PAID.then((lane, lunch) -> askBack(lane.node, lunch, List.of(new RefundOrder.Line(1, 1))));

  /** All of it is, and the shop knows nothing of it. */
  Scene ALL_ASKED_BACK = PAID.then((lane, lunch) -> askBack(lane.node, lunch, null));

  /** The money was taken, and the answer that says so was lost. */
  Scene CHARGED_IN_DOUBT =
      PLACED
          .then((lane, lunch) -> lunch.fault(lane, "confirm", "\"effect\":\"drop-after\""))
          .then((lane, lunch) -> pay(lane.node, lunch));

  /** The request to take the money has not reached the provider, which nobody here can know. */
  Scene NOT_CHARGED_IN_DOUBT = PLACED.then((lane, lunch) -> pay(lane.cutOff, lunch));

  /** The provider will charge the next confirm and lose its answer: to us a time-out. */
  Scene ANSWER_WILL_BE_LOST =
      PLACED.then((lane, lunch) -> lunch.fault(lane, "confirm", "\"effect\":\"drop-after\""));

  /** The provider will charge the next confirm and answer with an error that leaves it open. */
  Scene ANSWER_WILL_BE_AMBIGUOUS =
      PLACED.then(
          (lane, lunch) ->
              lunch.fault(
                  lane,
                  "confirm",
                  "\"effect\":\"error\",\"code\":\"PROVIDER_ERROR\",\"after\":true"));

  /** The same, before it has charged. */
  Scene CHARGE_WILL_FAIL_AMBIGUOUSLY =
      PLACED.then(
          (lane, lunch) ->
              lunch.fault(lane, "confirm", "\"effect\":\"error\",\"code\":\"PROVIDER_ERROR\""));

  /** Something more that happens. */
  interface Event {
    void happen(Lane lane, Lunch lunch);
  }

  default Scene then(Event event) {
    return lane -> {
      Lunch lunch = set(lane);
      event.happen(lane, lunch);
      return lunch;
    };
  }

  private static void pay(Node node, Lunch lunch) {
    node.payment.pay(
        lunch.user, lunch.order, new PayOrder(lunch.paymentKey(0), lunch.total), "one");
  }

  private static void askBack(Node node, Lunch lunch, List<RefundOrder.Line> lines) {
    node.refund.request(
        lunch.order, new RefundOrder(lines, "재료 소진"), "before", Actor.staff("kim"), (_, _) -> {});
  }
}
