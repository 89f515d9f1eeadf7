package com.ojeomneo.drills;

import com.ojeomneo.local.Columns;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What open streams cost a Server.
 *
 * @param slowest from a change, committed, to the last stream that heard of it
 */
record StreamPrice(
    int streams, ServerMemory before, ServerMemory after, int changes, Duration slowest) {
  static final long MOST_BYTES = 20 * 1024;
  static final Duration LATEST = Duration.ofSeconds(1);

  /** Bytes of live objects a stream. */
  long heapEach() {
    return (after.liveHeap() - before.liveHeap()) / streams;
  }

  /** Bytes of the process a stream, all in; 0 where the system does not say. */
  long anonymousEach() {
    return (after.anonymous().orElse(0) - before.anonymous().orElse(0)) / streams;
  }

  boolean isCheap() {
    return Math.max(heapEach(), anonymousEach()) <= MOST_BYTES;
  }

  boolean isQuick() {
    return slowest.compareTo(LATEST) <= 0;
  }

  void print(Consumer<String> say) {
    say.accept("");
    new Columns()
        .add("", "전 · before", "후 · after", "스트림당 · each")
        .add("  힙 · live heap", mib(before.liveHeap()), mib(after.liveHeap()), kib(heapEach()))
        .add(
            "  메모리 · RssAnon",
            mib(before.anonymous().orElse(0)),
            mib(after.anonymous().orElse(0)),
            kib(anonymousEach()))
        .lines()
        .forEach(say);
    say.accept("");
    say.accept(
        "  %s 스트림 %,d개, 하나에 %s 이하 · %,d streams, at most %s each"
            .formatted(mark(isCheap()), streams, kib(MOST_BYTES), streams, kib(MOST_BYTES)));
    say.accept(
        "  %s 변경 %d번, 가장 늦은 알림 %d ms · %d changes, the last stream heard within %d ms"
            .formatted(mark(isQuick()), changes, slowest.toMillis(), changes, slowest.toMillis()));
  }

  private static String mark(boolean holds) {
    return holds ? "✓" : "✗";
  }

  private static String mib(long bytes) {
    return "%.1f MiB".formatted(bytes / 1048576.0);
  }

  private static String kib(long bytes) {
    return "%.1f KiB".formatted(bytes / 1024.0);
  }
}
