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
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A line for each request once its answer has gone out, on standard output in the form of the other
 * lines: time, trace id, method, path without query (what a browser returns with stays out),
 * status, bytes and milliseconds. Lines are written many at a time, at most {@link #DELAY} late:
 * one by one they cost a third of a request from the cache ({@code docs/adr/0013-access-log.md}).
 */
@Singleton
public class AccessLog {
  /** What a process that is killed may leave unwritten. */
  static final Duration DELAY = Duration.ofMillis(20);

  private static final int MOST_WAITING = 50_000;

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

  /** Before everything else: what is refused is logged, too. */
  void register(@Observes Filters filters) {
    filters.register(
        request -> {
          long began = System.nanoTime();
          request.addEndHandler(sent -> add(request, began));
          request.next();
        },
        1001);
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
              Duration.ofNanos(System.nanoTime() - began)));
    }
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
