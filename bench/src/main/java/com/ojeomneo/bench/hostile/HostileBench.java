package com.ojeomneo.bench.hostile;

import com.ojeomneo.bench.hostile.HostileRun.Outcome;
import com.ojeomneo.bench.hostile.Shot.Kind;
import com.ojeomneo.local.Columns;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench hostile}: 100,000 requests that no app would send, and what became of them. */
@Command(
    name = "hostile",
    description = "적대적 입력 · requests from the OpenAPI document: valid, mutated, malformed.")
public final class HostileBench implements Callable<Integer> {
  @Option(names = "--requests", paramLabel = "N", defaultValue = "100000")
  private int requests;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of a run that is to be repeated; otherwise one by the clock.")
  private Long seed;

  @Spec private CommandSpec command;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = command.commandLine().getOut();
    long chosen = seed == null ? System.currentTimeMillis() % 1_000_000 : seed;
    out.printf("적대적 입력 · bench hostile: --requests %d --seed %d%n", requests, chosen);
    try (var stack = HostileStack.start()) {
      World world = World.of(stack.port());
      var judge = Judge.of(stack.stack().folder(), world.victim());
      long began = System.nanoTime();
      var run = new HostileRun(stack.port(), world, judge, chosen, done -> progress(out, done));
      Outcome outcome = run.send(requests);
      print(outcome, Duration.ofNanos(System.nanoTime() - began), out);
      List<String> errors = stack.errors();
      errors.stream().limit(20).forEach(line -> out.println("  ✗ log: " + line));
      boolean alive =
          new Wire(stack.port())
                  .send(Shots.get("/ojeomneo/v1/healthcheck/ready"), Duration.ofSeconds(5))
                  .status()
              == 200;
      List<String> differences = stack.differences();
      differences.stream().limit(20).forEach(line -> out.println("  ✗ books: " + line));
      boolean good =
          outcome.findings().isEmpty() && errors.isEmpty() && differences.isEmpty() && alive;
      out.printf(
          "%n%s 목표: 5xx·문서에 없는 상태·비밀 0, 장부 일치 · goal: no 5xx, no undocumented status, no secret, and the books agree%n",
          good ? "✓" : "✗");
      return good ? 0 : 1;
    }
  }

  private void progress(PrintWriter out, int done) {
    if (done % 10_000 == 0) {
      out.printf("  %,d / %,d%n", done, requests);
      out.flush();
    }
  }

  private static void print(Outcome outcome, Duration time, PrintWriter out) {
    var table =
        new Columns().add("보낸 것 · sent", "", "2xx", "4xx", "5xx", "답 없음 · none", "문제 · findings");
    for (Kind kind : Kind.values()) {
      long found = outcome.findings().stream().filter(f -> f.shot().kind() == kind).count();
      int count = outcome.count(kind);
      int none =
          outcome.answers().get(kind).entrySet().stream()
              .filter(e -> e.getKey() <= 0)
              .mapToInt(java.util.Map.Entry::getValue)
              .sum();
      table.add(
          kind,
          count,
          outcome.count(kind, 2),
          outcome.count(kind, 4),
          outcome.count(kind, 5),
          none,
          found);
    }
    table.lines().forEach(out::println);
    out.printf("%d초 · %d s%n", time.toSeconds(), time.toSeconds());
    outcome.findings().stream().limit(60).forEach(out::println);
    if (Boolean.getBoolean("ojeomneo.hostile.reached")) {
      outcome.reached().forEach((what, n) -> out.println("  " + what + " " + n));
    }
  }
}
