package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.ORDER_LINES;
import static com.ojeomneo.schema.jooq.Tables.REFUND_LINES;
import static org.jooq.Records.mapping;

import com.ojeomneo.money.Won;
import com.ojeomneo.payment.Refunds;
import com.ojeomneo.platform.problem.Problem;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** The SQL of {@code refund_lines}, and of how much of each line was asked back. */
final class RefundLines {
  private RefundLines() {}

  /**
   * Marks so many of a line as asked back; the caller holds the order's lock.
   *
   * @return what they cost, options included
   * @throws Problem 400 for a line that the order does not have, 409 {@code REFUND_TOO_LARGE} when
   *     fewer are left
   */
  static Won take(DSLContext tx, UUID order, RefundOrder.Line wish) {
    short line = (short) wish.line();
    // Asked back is never more than was ordered: the condition decides, the constraint checks it.
    int taken =
        tx.update(ORDER_LINES)
            .set(ORDER_LINES.REFUNDED_QUANTITY, ORDER_LINES.REFUNDED_QUANTITY.plus(wish.quantity()))
            .where(ORDER_LINES.ORDER_ID.eq(order), ORDER_LINES.LINE.eq(line))
            .and(
                ORDER_LINES
                    .REFUNDED_QUANTITY
                    .plus(ORDER_LINES.REPLACED_QUANTITY)
                    .plus(wish.quantity())
                    .le(ORDER_LINES.QUANTITY))
            .execute();
    var row =
        tx.select(ORDER_LINES.AMOUNT, ORDER_LINES.WAIVED, ORDER_LINES.QUANTITY)
            .from(ORDER_LINES)
            .where(ORDER_LINES.ORDER_ID.eq(order), ORDER_LINES.LINE.eq(line))
            .fetchOptional()
            .orElseThrow(
                () -> Problem.invalid("lines", "주문에 없는 항목이에요.", "The order has no such line."));
    if (taken == 0) {
      throw Problem.of(OrderProblem.REFUND_TOO_LARGE);
    }
    return OrderLines.asked(row.value1(), row.value2(), row.value3(), wish.quantity());
  }

  /**
   * Writes for what it was asked. Where several payments bear it, a line stands in as many refunds
   * as bear part of it; its portions are counted in the first.
   */
  static void insert(
      DSLContext tx, UUID order, List<Refunds.Part> parts, Map<RefundOrder.Line, Won> amounts) {
    var left = new ArrayDeque<>(parts);
    Won room = left.getFirst().amount();
    for (var each : amounts.entrySet()) {
      RefundOrder.Line line = each.getKey();
      Won due = each.getValue();
      int quantity = line.quantity();
      do {
        if (room.equals(Won.ZERO) && left.size() > 1) {
          left.removeFirst();
          room = left.getFirst().amount();
        }
        Won share = due.compareTo(room) < 0 ? due : room;
        insert(tx, left.getFirst().refund(), order, line.line(), quantity, share);
        due = due.minus(share);
        room = room.minus(share);
        quantity = 0;
      } while (!due.equals(Won.ZERO));
    }
  }

  private static void insert(
      DSLContext tx, UUID refund, UUID order, int line, int quantity, Won amount) {
    tx.insertInto(REFUND_LINES)
        .set(REFUND_LINES.REFUND_ID, refund)
        .set(REFUND_LINES.ORDER_ID, order)
        .set(REFUND_LINES.LINE, (short) line)
        .set(REFUND_LINES.QUANTITY, quantity)
        .set(REFUND_LINES.AMOUNT, amount.amount())
        .execute();
  }

  /** For what this refund was asked; none for the rest. */
  static Set<RefundOrder.Line> of(DSLContext sql, UUID refund) {
    return sql
        .select(REFUND_LINES.LINE.cast(Integer.class), REFUND_LINES.QUANTITY)
        .from(REFUND_LINES)
        .where(REFUND_LINES.REFUND_ID.eq(refund))
        .fetch(mapping(RefundOrder.Line::new))
        .stream()
        .collect(Collectors.toSet());
  }
}
