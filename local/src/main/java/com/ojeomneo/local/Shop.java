package com.ojeomneo.local;

import com.ojeomneo.order.OrderView;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./ojeomneo shop}: the kitchen's terminal, for trying out what a shop does. */
@Command(
    name = "shop",
    description = "가게 화면 · the live orders of the shops.",
    subcommands = {Shop.Orders.class, Shop.Move.class, Shop.Delay.class})
final class Shop implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Seoul"));

  @Spec private CommandSpec spec;

  /** Without a command: what there is, and what can be done with it. */
  @Override
  public Integer call() {
    print(Kitchen.of(Home.ofProcess()).liveOrders());
    System.out.println();
    spec.commandLine().usage(System.out);
    return 0;
  }

  /** {@code shop list [--json]}. */
  @Command(name = "list", description = "진행 중인 주문 · paid and not yet handed over.")
  static final class Orders implements Callable<Integer> {
    @Option(names = "--json", description = "As the API shows orders.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
      var orders = Kitchen.of(Home.ofProcess()).liveOrders();
      if (json) {
        System.out.println(
            Kitchen.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(orders));
      } else {
        print(orders);
      }
      return 0;
    }
  }

  /** {@code shop move ORDER STATE}. */
  @Command(name = "move", description = "주문 상태 변경 · moves an order on.")
  static final class Move implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ORDER", description = "A17, or the order's id")
    private String order;

    @Parameters(
        index = "1",
        paramLabel = "STATE",
        description = "ACCEPTED, PREPARING, READY, COMPLETED or CANCELLED")
    private String state;

    @Option(
        names = "--reason",
        paramLabel = "TEXT",
        defaultValue = "가게 사정으로 취소되었습니다",
        description = "Why, for CANCELLED.")
    private String reason;

    @Override
    public Integer call() {
      OrderView moved = Kitchen.of(Home.ofProcess()).move(order, parsed(state), reason);
      System.out.printf("%s %s (%s)%n", moved.number(), moved.status(), moved.storeName());
      return 0;
    }

    private static OrderStatus parsed(String state) {
      try {
        return OrderStatus.valueOf(state.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        String known =
            Stream.of(OrderStatus.values()).map(Enum::name).collect(Collectors.joining(", "));
        throw new Refusal(state + ": 없는 상태입니다 · no such state; one of " + known, e);
      }
    }
  }

  /** {@code shop delay ORDER MINUTES}. */
  @Command(name = "delay", description = "조리 지연 · tells the customer that it takes longer.")
  static final class Delay implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ORDER", description = "A17, or the order's id")
    private String order;

    @Parameters(
        index = "1",
        paramLabel = "MINUTES",
        description = "1 to 180, added to the estimate")
    private int minutes;

    @Override
    public Integer call() {
      OrderView delayed = Kitchen.of(Home.ofProcess()).delay(order, minutes);
      System.out.printf(
          "%s %s 예정 · ready at %s (%s)%n",
          delayed.number(),
          TIME.format(delayed.estimatedReadyAt()),
          TIME.format(delayed.estimatedReadyAt()),
          delayed.storeName());
      return 0;
    }
  }

  private static void print(List<OrderView> orders) {
    if (orders.isEmpty()) {
      System.out.println("진행 중인 주문이 없습니다 · no live orders");
      return;
    }
    var table = new Columns().add("번호", "상태", "가게", "금액", "픽업", "메뉴");
    for (OrderView order : orders) {
      table.add(
          order.number(),
          order.status(),
          order.storeName(),
          "%,d원".formatted(order.totalAmount().amount()),
          order.pickupAt() == null
              ? readyAt(order.estimatedReadyAt())
              : TIME.format(order.pickupAt()),
          order.items().stream()
              .map(item -> item.name() + " ×" + item.quantity())
              .collect(Collectors.joining(", ")));
    }
    table.lines().forEach(System.out::println);
  }

  private static String readyAt(Instant estimated) {
    return estimated == null ? "바로" : "~" + TIME.format(estimated);
  }
}
