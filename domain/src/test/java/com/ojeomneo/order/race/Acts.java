package com.ojeomneo.order.race;

import com.ojeomneo.order.Actor;
import com.ojeomneo.order.ChangeOrder;
import com.ojeomneo.order.PayOrder;
import com.ojeomneo.order.PlaceOrder;
import com.ojeomneo.order.RefundOrder;
import com.ojeomneo.order.TakeMoney;
import com.ojeomneo.payment.PaymentWebhook;
import com.ojeomneo.payment.TillMethod;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Who may meet whom over an order, each at a time at which they have a reason to. */
final class Acts {
  private static final Duration SOON = Duration.ofMinutes(1);

  /** When an attempt that was begun soon counts as abandoned. */
  private static final Duration ABANDONED = Duration.ofMinutes(3);

  static final Act PAY = pay("pay", 0, "one");
  static final Act PAY_AGAIN = pay("pay again", 0, "one");
  static final Act PAY_BY_OTHER_CARD = pay("pay by another card", 1, "two");

  static final Act PLACE = new Act("place", SOON, (at, lunch) -> lunch.placeAnother(at.node));

  static final Act CANCEL =
      new Act(
          "cancel",
          SOON,
          (at, lunch) -> at.node.progress.cancel(lunch.user, lunch.order, "변심", (_, _) -> {}));

  static final Act PLACE_ONCE = send("place, with a key", Request.PLACE);
  static final Act PAY_ONCE = send("pay, with a key", Request.PAY);
  static final Act CANCEL_ONCE = send("cancel, with a key", Request.CANCEL);

  /** When the lease on a key that was claimed soon has run out. */
  static final Duration TAKEN_OVER = Duration.ofMinutes(2).plusSeconds(1);

  static final Act EXPIRE =
      new Act("expire", Duration.ofMinutes(11), (at, _) -> at.node.progress.expireUnpaid());

  static final Act RECONCILE =
      new Act("reconcile", ABANDONED, (at, _) -> at.node.reconciler.settleDue());

  /** It arrives, and a moment later the order that it names is looked at. */
  static final Act WEBHOOK =
      new Act(
          "webhook",
          Duration.ofMinutes(2),
          (at, lunch) -> {
            at.node.webhooks.receive(
                new PaymentWebhook(
                    lunch.order, lunch.paymentKey(0), "PAYMENT_STATUS_CHANGED", "{}"));
            at.clock.set(at.clock.instant().plusSeconds(2));
            at.node.reconciler.checkDue();
          });

  /** The order is looked at that an earlier webhook named. */
  static final Act LOOK = new Act("look", ABANDONED, (at, _) -> at.node.reconciler.checkDue());

  static final Act REFUND = new Act("refund", ABANDONED, (at, _) -> at.node.refunds.payDue());

  static final Act ASK_BACK_HALF = askBack("ask back half", "half", List.of(line(1)));
  static final Act ASK_BACK_SAME_HALF =
      askBack("ask back the same half", "half again", List.of(line(1)));
  static final Act ASK_BACK_OTHER_HALF =
      askBack("ask back the other half", "other half", List.of(line(2)));
  static final Act ASK_BACK_REST = askBack("ask back the rest", "rest", null);

  /** The customer stands at the counter and pays there. */
  static final Act PAY_AT_TILL =
      new Act(
          "pay at the till",
          SOON,
          (at, lunch) ->
              at.node.till.take(
                  lunch.order,
                  new TakeMoney(TillMethod.CASH, lunch.total),
                  lunch.staff,
                  (_, _) -> {}));

  /** The side dish has run out: something cheaper is cooked instead. */
  static final Act CHANGE = change("change", "cheaper", lunch -> lunch.cheaper, -2000);

  /** What somebody else in the kitchen does at the same time. */
  static final Act CHANGE_OTHERWISE = change("change otherwise", "same", lunch -> lunch.side, 0);

  static final Act ACCEPT =
      new Act(
          "accept",
          Duration.ofMinutes(2),
          (at, lunch) ->
              at.node.progress.move(lunch.order, OrderStatus.ACCEPTED, Actor.staff("kim"), null));

  static final Act TIME_OUT =
      new Act("time out", Duration.ofMinutes(41), (at, _) -> at.node.progress.endForgotten());

  /** The provider gets to a request whose sender no longer waits for the answer. */
  static final Act LATE_CHARGE =
      new Act(
          "late charge",
          SOON,
          (at, lunch) -> lunch.confirmAt(at.provider(), at.node.database.sql()));

  private Acts() {}

  private static Act send(String name, Request request) {
    return new Act(
        name,
        SOON,
        request,
        (at, lunch) -> {
          lunch.sends(request);
          lunch.heard(request, request.send(at.node, lunch));
        });
  }

  private static Act askBack(String name, String key, List<RefundOrder.Line> lines) {
    return new Act(
        name,
        Duration.ofMinutes(2),
        (at, lunch) ->
            at.node.refund.request(
                lunch.order,
                new RefundOrder(lines, "재료 소진"),
                key,
                Actor.staff("kim"),
                (_, _) -> {}));
  }

  private static Act change(
      String name, String key, Function<Lunch, UUID> instead, int difference) {
    return new Act(
        name,
        Duration.ofMinutes(2),
        (at, lunch) ->
            at.node.change.change(
                lunch.order,
                new ChangeOrder(
                    new ChangeOrder.Removal(2, 1, false),
                    new PlaceOrder.Portions(instead.apply(lunch), 1, List.of()),
                    difference,
                    null,
                    false,
                    "재료 소진"),
                lunch.staff,
                key,
                (_, _) -> {}));
  }

  private static RefundOrder.Line line(int number) {
    return new RefundOrder.Line(number, 1);
  }

  private static Act pay(String name, int card, String key) {
    return new Act(
        name,
        SOON,
        (at, lunch) ->
            at.node.payment.pay(
                lunch.user, lunch.order, new PayOrder(lunch.paymentKey(card), lunch.total), key));
  }
}
