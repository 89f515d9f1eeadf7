package com.ojeomneo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.local.Columns;
import com.ojeomneo.local.Purpose;
import com.ojeomneo.local.TemporaryStack;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench mobile}: the app's first screens as Lighthouse sees them, against the real API. */
@Command(
    name = "mobile",
    description = "앱 화면 · the app's screens as Lighthouse sees them on a phone.")
final class MobileBench implements Callable<Integer> {
  /** The goal for each of the three scores. */
  static final int LEAST_SCORE = 95;

  private static final String API = "/ojeomneo/v1";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Option(names = "--runs", paramLabel = "N", defaultValue = "5", description = "Of each screen.")
  private int runs;

  @Spec private CommandSpec command;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = command.commandLine().getOut();
    URI nowhere = URI.create("http://localhost:3000");
    try (HttpClient http = HttpClient.newHttpClient();
        var stack = TemporaryStack.start(nowhere, Map.of(), Purpose.MEASURED)) {
      stack.loadSampleData();
      URI server = URI.create("http://127.0.0.1:" + stack.addServer("server").port());
      out.printf("Lighthouse: 화면마다 %d번 · %d runs a screen%n%n", runs, runs);
      var medians =
          new Columns()
              .add("중앙값 · medians", "성능", "접근성", "권장", "FCP ms", "LCP ms", "TBT ms", "CLS", "KB");
      boolean reached = true;
      for (var screen : screens(http, server).entrySet()) {
        List<Audit> audits = Audit.of(server.resolve(screen.getValue()), runs);
        medians.add(
            screen.getKey(),
            score(audits, Audit::performance),
            score(audits, Audit::accessibility),
            score(audits, Audit::bestPractices),
            "%.0f".formatted(Comparison.median(audits, Audit::firstPaintMillis)),
            "%.0f".formatted(Comparison.median(audits, Audit::largestPaintMillis)),
            "%.0f".formatted(Comparison.median(audits, Audit::blockedMillis)),
            "%.3f".formatted(Comparison.median(audits, Audit::layoutShift)),
            "%.0f".formatted(Comparison.median(audits, Audit::bytes) / 1024));
        reached &= isReached(audits);
      }
      medians.lines().forEach(out::println);
      out.printf(
          "%n%s 목표: 모두 %d 이상 · goal: each score at least %d%n",
          reached ? "✓" : "✗", LEAST_SCORE, LEAST_SCORE);
    }
    return 0;
  }

  static boolean isReached(List<Audit> audits) {
    return List.<ToDoubleFunction<Audit>>of(
            Audit::performance, Audit::accessibility, Audit::bestPractices)
        .stream()
        .allMatch(score -> Comparison.median(audits, score) >= LEAST_SCORE);
  }

  private static String score(List<Audit> audits, ToDoubleFunction<Audit> score) {
    return "%.0f".formatted(Comparison.median(audits, score));
  }

  /** What is opened from the home screen, from a link, and from a message. */
  private static Map<String, String> screens(HttpClient http, URI server)
      throws IOException, InterruptedException {
    JsonNode dish = get(http, server.resolve(API + "/menus?limit=1")).at("/items/0");
    var screens = new LinkedHashMap<String, String>();
    screens.put("홈 · home", "/");
    screens.put("가게 · a shop", "/stores/" + dish.get("storeId").textValue());
    screens.put("메뉴 · a dish", "/menus/" + dish.get("id").textValue());
    return screens;
  }

  private static JsonNode get(HttpClient http, URI address)
      throws IOException, InterruptedException {
    return JSON.readTree(
        http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body());
  }
}
