package com.ojeomneo.order;

import static com.ojeomneo.schema.jooq.Tables.ORDER_LINES;
import static com.ojeomneo.schema.jooq.Tables.ORDER_LINE_OPTIONS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.when;

import com.ojeomneo.money.Won;
import com.ojeomneo.order.OrderView.Item;
import com.ojeomneo.order.OrderView.Option;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The SQL of {@code order_lines} and their options. */
final class OrderLines {
  private OrderLines() {}

  /**
   * A line to be written.
   *
   * @param tookStock whether it holds portions of the day's stock
   * @param waived what of its amount the shop does not ask for
   * @param replaces the line instead of which it is cooked; null for none
   */
  record Line(Item item, boolean tookStock, Won waived, Integer replaces) {
    Line(Item item, boolean tookStock) {
      this(item, tookStock, Won.ZERO, null);
    }
  }

  /**
   * Portions that were taken out of a line.
   *
   * @param credit what was asked for them, options included
   */
  record Taken(UUID menuId, boolean tookStock, Won credit) {}

  /**
   * @param first the number of the first of them, from 1
   */
  static void insert(DSLContext tx, UUID order, int first, List<Line> lines) {
    var rows =
        tx.insertInto(
            ORDER_LINES,
            ORDER_LINES.ORDER_ID,
            ORDER_LINES.LINE,
            ORDER_LINES.MENU_ID,
            ORDER_LINES.NAME,
            ORDER_LINES.QUANTITY,
            ORDER_LINES.UNIT_PRICE,
            ORDER_LINES.AMOUNT,
            ORDER_LINES.TOOK_STOCK,
            ORDER_LINES.WAIVED,
            ORDER_LINES.REPLACES);
    var options =
        tx.insertInto(
            ORDER_LINE_OPTIONS,
            ORDER_LINE_OPTIONS.ORDER_ID,
            ORDER_LINE_OPTIONS.LINE,
            ORDER_LINE_OPTIONS.OPTION_ID,
            ORDER_LINE_OPTIONS.NAME,
            ORDER_LINE_OPTIONS.PRICE,
            ORDER_LINE_OPTIONS.POSITION);
    short number = (short) first;
    boolean anyOption = false;
    for (Line line : lines) {
      Item item = line.item();
      rows =
          rows.values(
              order,
              number,
              item.menuId(),
              item.name(),
              item.quantity(),
              item.unitPrice().amount(),
              item.amount().amount(),
              line.tookStock(),
              line.waived().amount(),
              line.replaces() == null ? null : line.replaces().shortValue());
      short position = 0;
      for (Option option : item.options()) {
        options =
            options.values(
                order, number, option.id(), option.name(), option.price().amount(), position++);
        anyOption = true;
      }
      number++;
    }
    rows.execute();
    if (anyOption) {
      options.execute();
    }
  }

  /** The number of the next line; the caller holds the order's lock. */
  static int next(DSLContext tx, UUID order) {
    return tx.select(coalesce(max(ORDER_LINES.LINE), (short) 0).plus((short) 1))
        .from(ORDER_LINES)
        .where(ORDER_LINES.ORDER_ID.eq(order))
        .fetchSingle()
        .value1();
  }

  /**
   * Takes portions out of a line; the caller holds the order's lock.
   *
   * @param toStock whether they go back on sale
   * @return empty when fewer are left of it, or it is not there
   */
  static Optional<Taken> replace(
      DSLContext tx, UUID order, int line, int quantity, boolean toStock) {
    // No portion is both asked back and replaced: the condition decides, the constraint checks it.
    return tx.update(ORDER_LINES)
        .set(ORDER_LINES.REPLACED_QUANTITY, ORDER_LINES.REPLACED_QUANTITY.plus(quantity))
        .set(
            ORDER_LINES.RETURNED_QUANTITY,
            toStock
                ? when(ORDER_LINES.TOOK_STOCK, ORDER_LINES.RETURNED_QUANTITY.plus(quantity))
                    .otherwise(ORDER_LINES.RETURNED_QUANTITY)
                : ORDER_LINES.RETURNED_QUANTITY)
        .where(ORDER_LINES.ORDER_ID.eq(order), ORDER_LINES.LINE.eq((short) line))
        .and(
            ORDER_LINES
                .REFUNDED_QUANTITY
                .plus(ORDER_LINES.REPLACED_QUANTITY)
                .plus(quantity)
                .le(ORDER_LINES.QUANTITY))
        .returningResult(
            ORDER_LINES.MENU_ID,
            ORDER_LINES.TOOK_STOCK,
            ORDER_LINES.AMOUNT,
            ORDER_LINES.WAIVED,
            ORDER_LINES.QUANTITY)
        .fetchOptional(
            row ->
                new Taken(
                    row.value1(),
                    row.value2(),
                    asked(row.value3(), row.value4(), row.value5(), quantity)));
  }

  /**
   * What is asked for some portions of a line, in whole won a portion.
   *
   * @param amount of all its portions
   * @param waived of all its portions
   * @param of how many there are
   */
  static Won asked(int amount, int waived, int of, int portions) {
    return new Won((amount - waived) / of * portions);
  }
}
