package com.ojeomneo.drills;

import static com.ojeomneo.schema.jooq.Tables.EXPORTS;
import static com.ojeomneo.schema.jooq.Tables.EXPORT_CHUNKS;
import static org.jooq.impl.DSL.selectDistinct;

import com.ojeomneo.local.Desk;
import com.ojeomneo.local.Desks;
import com.ojeomneo.local.Refusal;
import com.ojeomneo.local.TemporaryStack;
import com.ojeomneo.platform.database.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * All orders as one file. The Admin that makes it is killed; the next is frozen, taken for dead and
 * wakes when a third has the file ready. Minutes that a lease would last are made to pass by moving
 * the stored time.
 */
final class LongExport {
  private static final String DATABASE = "long_export";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String GIVEN_UP = "is not ours any more";

  private final int orders;
  private final Consumer<String> say;
  private final List<String> findings = new ArrayList<>();
  private final AtomicReference<Database> database = new AtomicReference<>();

  /**
   * @param before of the Admin that made the whole file, at rest
   * @param after of the same
   * @param took from the start of the attempt that made it
   * @param bytes of the file
   */
  record Result(
      int orders,
      ServerMemory before,
      ServerMemory after,
      Duration took,
      long bytes,
      List<String> findings) {
    boolean isClean() {
      return findings.isEmpty();
    }

    void print(Consumer<String> say) {
      say.accept(
          "  %,d행 %,d바이트, %d초, 힙 %,d KB → %,d KB · %,d rows, %,d bytes in %d s, live heap %,d KB before, %,d KB after"
              .formatted(
                  orders,
                  bytes,
                  took.toSeconds(),
                  before.liveHeap() / 1024,
                  after.liveHeap() / 1024,
                  orders,
                  bytes,
                  took.toSeconds(),
                  before.liveHeap() / 1024,
                  after.liveHeap() / 1024));
      findings.forEach(finding -> say.accept("  ✗ " + finding));
      if (isClean()) {
        say.accept("  ✓ 파일이 온전함 · the file is whole, each order once");
      }
    }
  }

  LongExport(int orders, Consumer<String> say) {
    this.orders = orders;
    this.say = say;
  }

  Result run() throws Exception {
    try (var stack = TemporaryStack.start(URI.create("http://localhost:3000"), Map.of());
        HttpClient http = Api.newClient()) {
      Desks desks = stack.desks();
      Desk first = desks.open(DATABASE, this::fill);
      say.accept("주문 준비됨 · the orders are there");
      var office = Office.enter(http, first);
      UUID id = office.order("orders");

      awaitRows(id);
      ProcessHandle victim = ProcessHandle.of(first.pid()).orElseThrow();
      victim.destroyForcibly();
      victim.onExit().join();
      say.accept("만들던 Admin을 죽임 · the Admin that made it is killed");

      Desk second = desks.another(DATABASE, "second");
      leaseEnds(id);
      awaitRows(id);
      signal("-STOP", second);
      Desk third;
      ServerMemory before;
      long began;
      try {
        say.accept("다음 Admin을 얼림 · the next is frozen");
        third = desks.another(DATABASE, "third");
        before = ServerMemory.of(third.pid());
        leaseEnds(id);
        began = System.nanoTime();
        await("the file", () -> isDone(id));
      } finally {
        signal("-CONT", second);
      }
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      await(
          "the frozen one to give it up", () -> Files.readString(second.log()).contains(GIVEN_UP));
      say.accept("얼었던 Admin이 깨어나 물러남 · the frozen one wakes and gives it up");

      check(office.at(third), id);
      Long bytes = sql().fetchValue(EXPORTS.BYTES, EXPORTS.ID.eq(id));
      Result result =
          new Result(orders, before, ServerMemory.of(third.pid()), took, bytes, findings);
      if (!result.isClean()) {
        stack.keepFolder();
        say.accept("로그 · logs: " + stack.folder().resolve("log"));
      }
      return result;
    }
  }

  private void check(Office office, UUID id) throws IOException, InterruptedException {
    var seen = new BitSet(orders);
    int rows = 0;
    try (BufferedReader file = office.file(id)) {
      String header = file.readLine();
      if (header == null || !header.contains("ID")) {
        findings.add("no header: " + header);
      }
      for (String line = file.readLine(); line != null; line = file.readLine()) {
        rows++;
        // The last group of the id, see fill.
        seen.set(Integer.parseInt(line, line.indexOf('-', 22) + 1, line.indexOf(','), 16));
      }
    }
    if (rows != orders || seen.cardinality() != orders) {
      findings.add("%,d rows, %,d different orders".formatted(rows, seen.cardinality()));
    }
    int leases =
        sql()
            .fetchCount(
                selectDistinct(EXPORT_CHUNKS.LEASE)
                    .from(EXPORT_CHUNKS)
                    .where(EXPORT_CHUNKS.EXPORT_ID.eq(id)));
    if (leases != 1) {
      findings.add("chunks of %d attempts are kept".formatted(leases));
    }
  }

  /** Their ids end with their numbers. */
  private void fill(Database owner) {
    database.set(owner);
    owner.transaction(
        tx -> {
          tx.execute("SET LOCAL session_replication_role = replica");
          tx.execute(
              "INSERT INTO stores (id, name, created_at) VALUES ('00000000-0000-7000-8000-000000000001', '매장', now())");
          tx.execute(
              "INSERT INTO users (id, email, password_hash, display_name, guest, created_at) VALUES ('00000000-0000-7000-8001-000000000001', 'x@example.com', 'x', '손님', false, now())");
          return tx.execute(
              """
              INSERT INTO orders (id, user_id, store_id, store_name, business_day, number, status, total_amount,
                                  note, created_at, expires_at)
              SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, '00000000-0000-7000-8001-000000000001',
                     '00000000-0000-7000-8000-000000000001', '매장', '2000-01-01'::date + n / 900,
                     'A' || n %% 900 + 100, 'EXPIRED', 9000, '"따옴표", 쉼표', '2025-01-01Z'::timestamptz + n * interval '1 s',
                     '2100-01-01Z'
                FROM generate_series(0, %d - 1) n
              """
                  .formatted(orders));
        });
    owner.sql().execute("VACUUM ANALYZE orders");
  }

  private DSLContext sql() {
    return database.get().sql();
  }

  private boolean isDone(UUID id) {
    return sql().fetchExists(EXPORTS, EXPORTS.ID.eq(id).and(EXPORTS.STATE.eq("DONE")));
  }

  /** Somebody is in the middle of it. */
  private void awaitRows(UUID id) throws Exception {
    await(
        "rows",
        () -> {
          if (isDone(id)) {
            throw new Refusal("the file was ready before anybody could be killed: more --orders");
          }
          return sql().fetchExists(EXPORTS, EXPORTS.ID.eq(id).and(EXPORTS.ROWS_DONE.gt(0L)));
        });
  }

  private void leaseEnds(UUID id) {
    sql()
        .update(EXPORTS)
        .set(EXPORTS.LEASE_UNTIL, Instant.now().minusSeconds(1))
        .set(EXPORTS.ROWS_DONE, 0L)
        .where(EXPORTS.ID.eq(id))
        .execute();
  }

  private static void signal(String signal, Desk desk) throws IOException, InterruptedException {
    new ProcessBuilder("kill", signal, String.valueOf(desk.pid())).inheritIO().start().waitFor();
  }

  private static void await(String what, Callable<Boolean> ready) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!ready.call()) {
      if (System.nanoTime() > end) {
        throw new Refusal("%s: not within %d s".formatted(what, PATIENCE.toSeconds()));
      }
      Thread.sleep(50);
    }
  }
}
