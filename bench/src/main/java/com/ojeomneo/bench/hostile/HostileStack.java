package com.ojeomneo.bench.hostile;

import com.ojeomneo.local.Purpose;
import com.ojeomneo.local.TemporaryStack;
import com.ojeomneo.local.TemporaryStack.Node;
import com.ojeomneo.local.books.DatabaseChecks;
import com.ojeomneo.local.books.MoneyChecks;
import com.ojeomneo.local.books.Passage;
import com.ojeomneo.local.books.SandboxLedger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * A stack to be unkind to: every shop is open whatever the time and has enough, and hardly a limit
 * holds back what is to reach further. Log-in at providers keeps its own, for who wants to see one.
 */
record HostileStack(TemporaryStack stack, Node server) implements AutoCloseable {
  private static final Duration TO_SETTLE = Duration.ofSeconds(120);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final List<String> LIFTED =
      List.of("api", "sign-in", "sign-in-account", "codes", "codes-account", "sign-up", "webhooks");

  static HostileStack start() throws InterruptedException {
    String lifted =
        LIFTED.stream()
            .map("-Dojeomneo.rate-limit.%s.limit=100000000"::formatted)
            .collect(Collectors.joining(" "));
    var stack =
        TemporaryStack.start(
            URI.create("http://localhost:3000"),
            java.util.Map.of("JAVA_TOOL_OPTIONS", lifted),
            Purpose.MEASURED);
    stack.loadSampleData();
    DSLContext sql = stack.owner().sql();
    sql.execute("DELETE FROM store_hours");
    sql.execute(
        """
        INSERT INTO store_hours (store_id, day_of_week, opens_at, closes_at)
        SELECT id, day, '00:00', '00:00' FROM stores, generate_series(1, 7) day
        """);
    sql.execute("UPDATE menus SET daily_limit = NULL");
    return new HostileStack(stack, stack.addServer("server"));
  }

  int port() {
    return server.port();
  }

  /** What the Server had to complain of. */
  List<String> errors() throws IOException {
    try (Stream<String> lines =
        Files.lines(server.log(), java.nio.charset.StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.matches("^(\\S+ )?\\S* ?ERROR .*"))
          // A node that was held up for half a second no longer leads: as it should be (ADR 7).
          .filter(line -> !line.contains("idle-in-transaction timeout"))
          .toList();
    }
  }

  /**
   * In what the database and the sandbox do not agree, once nothing is under way; also what is
   * still under way after {@link #TO_SETTLE}.
   */
  List<String> differences() throws IOException, InterruptedException {
    var passage = new Passage(stack.owner());
    long end = System.nanoTime() + TO_SETTLE.toNanos();
    do {
      if (System.nanoTime() > end) {
        return List.of("still under way: " + passage.unsettled());
      }
      passage.ofWaits();
      passage.ofTimeToPay(Integer.MAX_VALUE);
      Thread.sleep(BETWEEN_LOOKS);
    } while (!passage.unsettled().isEmpty());
    try (var http = HttpClient.newHttpClient()) {
      var sandbox = new SandboxLedger(http, stack.sandbox());
      return Stream.of(
              new MoneyChecks(stack.owner(), sandbox).all(),
              new DatabaseChecks(stack.owner()).all())
          .flatMap(List::stream)
          .flatMap(check -> check.differences().stream().map(one -> check.name() + ": " + one))
          .toList();
    }
  }

  @Override
  public void close() {
    stack.close();
  }
}
