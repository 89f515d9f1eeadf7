package com.ojeomneo.admin.settlement;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ojeomneo.admin.resource.Column;
import com.ojeomneo.admin.resource.ColumnType;
import com.ojeomneo.admin.resource.Resource;
import com.ojeomneo.admin.resource.TableFile;
import com.ojeomneo.admin.settlement.Statement.SettledDay;
import com.ojeomneo.admin.settlement.Statement.SettledKind;
import com.ojeomneo.admin.settlement.Statement.SettledSums;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row for each day, shop and kind of payment, and one of all at the end. */
final class StatementFile {
  static final String NAME = "settlement";

  static final TableFile FILE =
      new TableFile(
          Resource.of(table(name(NAME)), Resource.Group.ORDERS, "일일 정산", "Daily settlement")
              .column(column(ColumnType.DATE, "day", "날짜", "Day"))
              .column(column(ColumnType.TEXT, "shop", "가게", "Shop"))
              .column(column(ColumnType.TEXT, "method", "결제 수단", "Kind of payment"))
              .column(column(ColumnType.INTEGER, "orders", "결제된 주문", "Paid orders"))
              .column(column(ColumnType.MONEY, "gross", "결제 금액", "Gross"))
              .column(column(ColumnType.MONEY, "unserved", "그중 돌려줄 돈", "Of it, to be given back"))
              .column(column(ColumnType.INTEGER, "refunds", "환불·취소 건수", "Refunds"))
              .column(column(ColumnType.MONEY, "refunded", "환불·취소 금액", "Refunded"))
              .column(column(ColumnType.MONEY, "net", "순매출", "Net")));

  private StatementFile() {}

  static List<ObjectNode> rows(Statement statement, boolean english) {
    Stream<ObjectNode> lines =
        statement.lines().stream()
            .flatMap(line -> line.kinds().stream().map(kind -> row(line, kind, english)));
    String total = english ? "Total" : "합계";
    return Stream.concat(lines, Stream.of(row(null, total, null, statement.total()))).toList();
  }

  private static ObjectNode row(SettledDay line, SettledKind kind, boolean english) {
    String unnamed = english ? "Other" : "기타";
    String method = kind.method() == null ? unnamed : kind.method();
    return row(line.day().toString(), line.storeName(), method, kind.sums());
  }

  private static ObjectNode row(
      @Nullable String day, String shop, @Nullable String method, SettledSums sums) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("day", day)
        .put("shop", shop)
        .put("method", method)
        .put("orders", sums.orders())
        .put("gross", sums.gross())
        .put("unserved", sums.unserved())
        .put("refunds", sums.refunds())
        .put("refunded", sums.refunded())
        .put("net", sums.net());
  }

  private static Column column(ColumnType type, String member, String ko, String en) {
    return Column.of(type, field(name(member)), ko, en);
  }
}
