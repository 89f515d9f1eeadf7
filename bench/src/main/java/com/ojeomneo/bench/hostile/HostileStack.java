package com.ojeomneo.bench.hostile;

import com.ojeomneo.local.TemporaryStack;
import com.ojeomneo.local.TemporaryStack.Node;
import com.ojeomneo.local.TemporaryStack.Purpose;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * A stack to be unkind to: every shop is open whatever the time and has enough, and hardly a limit
 * holds back what is to reach further. Log-in at providers keeps its own, for who wants to see one.
 */
record HostileStack(TemporaryStack stack, Node server) implements AutoCloseable {
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
      return lines.filter(line -> line.matches("^(\\S+ )?\\S* ?ERROR .*")).toList();
    }
  }

  @Override
  public void close() {
    stack.close();
  }
}
