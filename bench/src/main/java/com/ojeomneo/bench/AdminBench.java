package com.ojeomneo.bench;

import com.ojeomneo.local.Columns;
import com.ojeomneo.local.Desk;
import com.ojeomneo.local.Purpose;
import com.ojeomneo.local.TemporaryStack;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bench admin}: what the back office's first pages cost as the past grows. One database for
 * each length of the past, all with as many orders a day; one Admin on each; they take turns.
 */
@Command(name = "admin", description = "관리자 화면 · the back office's pages as the past grows.")
final class AdminBench implements Callable<Integer> {
  /** The goal: a page on the longest past, as a multiple of the same page on the shortest. */
  static final double MOST_TIMES = 1.2;

  @Option(
      names = "--orders",
      paramLabel = "N",
      split = ",",
      defaultValue = "10000,100000,1000000,5000000",
      description = "Pasts, the shortest first.")
  private List<Integer> pasts;

  @Option(names = "--a-day", paramLabel = "N", defaultValue = "1000", description = "Orders a day.")
  private int aDay;

  @Option(names = "--rounds", paramLabel = "N", defaultValue = "40", description = "Of each page.")
  private int rounds;

  @Option(names = "--warm-up", paramLabel = "N", defaultValue = "100", description = "Requests.")
  private int warmUp;

  @Option(names = "--report-only", description = "Says whether it is reached, and ends with 0.")
  private boolean reportOnly;

  @Spec private CommandSpec command;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = command.commandLine().getOut();
    URI nowhere = URI.create("http://localhost:3000");
    try (var stack = TemporaryStack.start(nowhere, Map.of(), Purpose.MEASURED)) {
      var visitors = new ArrayList<Visitor>();
      for (int past : pasts) {
        long began = System.nanoTime();
        Desk desk = stack.desks().open("past_" + past, owner -> new Past(past, aDay).fill(owner));
        visitors.add(Visitor.signedIn(desk));
        out.printf("%,d건 · orders: %d s%n", past, (System.nanoTime() - began) / 1_000_000_000);
      }
      return measure(visitors, out) || reportOnly ? 0 : 1;
    }
  }

  private boolean measure(List<Visitor> visitors, PrintWriter out) throws Exception {
    var pages = new LinkedHashMap<String, String>();
    pages.put("대시보드 · dashboard", "/api/dashboard?day=" + Past.DAY);
    pages.put("주문 목록 · orders", "/api/orders?limit=25");
    pages.put("거른 목록 · one shop's", "/api/orders?limit=25&filter=" + Past.ONE_SHOP);
    var header = new ArrayList<>(List.of("중앙값 ms · medians"));
    pasts.forEach(past -> header.add("%,d".formatted(past)));
    header.add("비율 · ratio");
    var table = new Columns().add(header.toArray());
    boolean reached = true;
    for (var page : pages.entrySet()) {
      double[] medians = medians(visitors, page.getValue());
      double worst = 0;
      var cells = new ArrayList<>(List.of(page.getKey()));
      for (double median : medians) {
        cells.add("%.2f".formatted(median));
        worst = Math.max(worst, median / medians[0]);
      }
      cells.add("%.2f".formatted(worst));
      table.add(cells.toArray());
      reached &= worst <= MOST_TIMES;
    }
    out.println();
    table.lines().forEach(out::println);
    out.printf(
        "%n%s 목표: 가장 짧은 과거의 %.1f배 이하 · goal: at most %.1f times the shortest past%n",
        reached ? "✓" : "✗", MOST_TIMES, MOST_TIMES);
    return reached;
  }

  /** Who begins a round changes with each. */
  private double[] medians(List<Visitor> visitors, String page) throws Exception {
    for (int i = 0; i < warmUp; i++) {
      for (Visitor visitor : visitors) {
        visitor.millis(page);
      }
    }
    var measured = new ArrayList<List<Double>>();
    visitors.forEach(_ -> measured.add(new ArrayList<>()));
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < visitors.size(); i++) {
        int turn = (round + i) % visitors.size();
        measured.get(turn).add(visitors.get(turn).millis(page));
      }
    }
    return measured.stream()
        .mapToDouble(each -> Comparison.median(each, Double::doubleValue))
        .toArray();
  }
}
