package com.ojeomneo.local.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.menu.Store;
import com.ojeomneo.money.Won;
import com.ojeomneo.order.OrderView;
import com.ojeomneo.order.OrderView.Item;
import com.ojeomneo.order.OrderView.RefundView;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.schema.jooq.enums.RefundStatus;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Orders as their customers see them, and as their events keep them: JSON that the Server's own
 * mapper writes once for each shop and outcome, of an order of marks. Where a mark is, each order
 * has its own value; the rest is the same bytes for all.
 */
final class Snapshot {
  private static final String TEXT = UUID.randomUUID().toString();
  private static final Instant CREATED = Instant.ofEpochSecond(1);
  private static final Instant EXPIRES = Instant.ofEpochSecond(2);
  private static final Instant READY = Instant.ofEpochSecond(3);
  private static final UUID ID = new UUID(0, 1);
  private static final Won TOTAL = new Won(Integer.MAX_VALUE);
  private static final List<Item> ITEMS =
      List.of(new Item(ID, "", 1, Won.ZERO, List.of(), Won.ZERO));

  /** What an order has for itself. */
  private enum Own {
    ITEMS,
    ID,
    NUMBER,
    TOTAL,
    NOTE,
    READY,
    CREATED,
    EXPIRES
  }

  private record Piece(byte[] before, Own value) {}

  private final List<Piece> pieces = new ArrayList<>();
  private final byte[] end;

  private Snapshot(String marked, Map<String, Own> marks) {
    Matcher found =
        Pattern.compile(
                marks.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")))
            .matcher(marked);
    int at = 0;
    while (found.find()) {
      pieces.add(
          new Piece(CopyBytes.utf8(marked.substring(at, found.start())), marks.get(found.group())));
      at = found.end();
    }
    this.end = CopyBytes.utf8(marked.substring(at));
  }

  static Snapshot of(Store store, OrderStatus status, ObjectMapper json) {
    boolean ready = status == OrderStatus.COMPLETED;
    boolean refunded = status == OrderStatus.CANCELLED;
    var view =
        new OrderView(
            ID,
            "#" + TEXT,
            store.id(),
            store.name(),
            status,
            TOTAL,
            ITEMS,
            TEXT,
            null,
            ready ? READY : null,
            CREATED,
            EXPIRES,
            false,
            refunded ? SeededOrder.CANCEL_REASON : null,
            refunded
                ? List.of(new RefundView(TOTAL, RefundStatus.DONE, SeededOrder.CANCEL_REASON))
                : List.of(),
            null,
            null);
    try {
      var marks = new LinkedHashMap<String, Own>();
      marks.put(json.writeValueAsString(ITEMS), Own.ITEMS);
      marks.put(ID.toString(), Own.ID);
      marks.put("#" + TEXT, Own.NUMBER);
      marks.put(json.writeValueAsString(TOTAL), Own.TOTAL);
      marks.put(json.writeValueAsString(TEXT), Own.NOTE);
      marks.put(READY.toString(), Own.READY);
      marks.put(CREATED.toString(), Own.CREATED);
      marks.put(EXPIRES.toString(), Own.EXPIRES);
      return new Snapshot(json.writeValueAsString(view), marks);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(SeededOrder order, CopyBytes row) {
    int begin = row.begin();
    for (Piece piece : pieces) {
      row.append(piece.before);
      switch (piece.value) {
        case ITEMS -> items(order.servings(), row);
        case ID -> row.append(order.idText());
        case NUMBER -> row.append(order.number());
        case TOTAL -> row.append(CopyBytes.utf8(Integer.toString(order.total())));
        case NOTE -> row.append(order.note().json());
        case READY -> row.append(IsoTime.of(order.estimatedReadyAt()));
        case CREATED -> row.append(IsoTime.of(order.createdAt()));
        case EXPIRES -> row.append(IsoTime.of(order.expiresAt()));
      }
    }
    row.append(end).end(begin);
  }

  private static void items(List<Serving> servings, CopyBytes row) {
    byte before = '[';
    for (Serving serving : servings) {
      row.append(before).append(serving.json());
      before = ',';
    }
    row.append((byte) ']');
  }
}
