package com.ojeomneo.bench;

import com.ojeomneo.local.Columns;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The turns of the Server beside those of its peer: medians, and how they relate. */
record Comparison(List<Turn> server, List<Turn> peer) {

  /** The Server's median divided by the peer's. */
  double ratio(ToDoubleFunction<Turn> figure) {
    return median(server, figure) / median(peer, figure);
  }

  static <T> double median(List<T> measured, ToDoubleFunction<T> figure) {
    double[] sorted = measured.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  List<String> table() {
    var table = new Columns().add("중앙값 · medians", "Server", "nginx", "비율 · ratio");
    row(table, "CPU µs/요청 · a request", Turn::cpuMicrosPerRequest);
    row(table, "요청/초 · requests a second", Turn::requestsPerSecond);
    row(table, "p99 ms", Turn::p99Millis);
    row(table, "바이트/응답 · bytes an answer", Turn::bytesPerRequest);
    return table.lines();
  }

  private void row(Columns table, String name, ToDoubleFunction<Turn> figure) {
    table.add(
        name,
        "%,.1f".formatted(median(server, figure)),
        "%,.1f".formatted(median(peer, figure)),
        "%.2f".formatted(ratio(figure)));
  }
}
