package com.ojeomneo.platform.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * A line for each request once its answer has gone out, on standard output in the form of the other
 * lines: time, trace id, method, path without query (what a browser returns with stays out),
 * status, bytes and milliseconds. Lines are written many at a time, at most {@link #DELAY} late:
 * one by one they cost a third of a request from the cache ({@code docs/adr/0013-access-log.md}).
 *
 * <p>Of who is refused (401, 403, 429) it says why, by the code of the problem, and who it was, by
 * id: {@code -} where nobody has shown who they are.
 */
@Singleton
public class AccessLog {
  /** What a process that is killed may leave unwritten. */
  static final Duration DELAY = Duration.ofMillis(20);

  private static final int MOST_WAITING = 50_000;
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);
  private static final String WHO = AccessLog.class.getName() + ".who";
  private static final String WHY = AccessLog.class.getName() + ".why";

  private final BlockingQueue<AccessLine> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicBoolean due = new AtomicBoolean();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("access-log").factory());
  private final List<String> unlogged;
  private final Clock clock;
  private final Runnable lost;
  private final PrintStream out;

  /**
   * @param unlogged beginnings of paths that machines ask for all the time
   */
  @Inject
  AccessLog(
      @ConfigProperty(name = "ojeomneo.access-log.unlogged") List<String> unlogged,
      Clock clock,
      MeterRegistry metrics) {
    this(unlogged, clock, metrics.counter("ojeomneo.access.log.lost")::increment, System.out);
  }

  AccessLog(List<String> unlogged, Clock clock, Runnable lost, PrintStream out) {
    this.unlogged = unlogged;
    this.clock = clock;
    this.lost = lost;
    this.out = out;
  }

  /** Of whoever has proven who they are. */
  public static void isOf(UUID person, RoutingContext request) {
    request.put(WHO, person);
  }

  /**
   * @param code of the problem that is answered
   */
  public static void isRefusedFor(String code, RoutingContext request) {
    request.put(WHY, code);
  }

  /** Before everything else: what is refused is logged, too. */
  void register(@Observes Filters filters) {
    filters.register(this::follow, 1001);
  }

  void follow(RoutingContext request) {
    long began = System.nanoTime();
    request.addEndHandler(sent -> add(request, began));
    request.next();
  }

  private void add(RoutingContext request, long began) {
    String path = request.request().path();
    if (path == null || unlogged.stream().noneMatch(path::startsWith)) {
      add(
          new AccessLine(
              clock.instant(),
              TraceId.of(request),
              request.request().method().name(),
              path,
              request.response().getStatusCode(),
              request.response().bytesWritten(),
              Duration.ofNanos(System.nanoTime() - began),
              refusal(request)));
    }
  }

  private static @Nullable String refusal(RoutingContext request) {
    if (!REFUSALS.contains(request.response().getStatusCode())) {
      return null;
    }
    Object why = request.get(WHY);
    Object who = request.get(WHO);
    return (why == null ? "-" : why) + " " + (who == null ? "-" : who);
  }

  void add(AccessLine line) {
    if (!waiting.offer(line)) {
      lost.run();
    }
    if (due.compareAndSet(false, true)) {
      try {
        writer.schedule(this::write, DELAY.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException closing) {
        write();
      }
    }
  }

  /** In one call: lines of others cannot stand in the middle of ours. */
  private void write() {
    due.set(false);
    var lines = new ArrayList<AccessLine>();
    waiting.drainTo(lines);
    var text = new StringBuilder();
    lines.forEach(line -> line.appendTo(text));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.flush();
  }

  @PreDestroy
  void close() {
    writer.close();
    write();
  }
}
