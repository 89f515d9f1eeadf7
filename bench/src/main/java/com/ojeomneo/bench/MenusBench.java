package com.ojeomneo.bench;

import com.ojeomneo.local.Purpose;
import com.ojeomneo.local.Refusal;
import com.ojeomneo.local.TemporaryStack;
import com.ojeomneo.local.TemporaryStack.Node;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bench menus}: the list of dishes, about 20 KB, asked for by many customers with tokens and
 * within their limits, beside nginx that sends the same bytes from a file. Limits, metrics and
 * access log are on.
 */
@Command(
    name = "menus",
    description = "메뉴 목록 · GET /menus beside nginx serving the same bytes from a file.")
final class MenusBench implements Callable<Integer> {
  /** The goal: the Server's CPU time a request, as a multiple of nginx's. */
  static final double MOST_CPU = 1.5;

  private static final String MENUS = "/ojeomneo/v1/menus?limit=50";
  private static final int CUSTOMERS = 2000;

  @Option(names = "--rounds", paramLabel = "N", defaultValue = "7", description = "Turns of each.")
  private int rounds;

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "8", description = "A turn lasts.")
  private int seconds;

  @Option(names = "--warm-up", paramLabel = "SECONDS", defaultValue = "40")
  private int warmUp;

  @Option(names = "--connections", paramLabel = "N", defaultValue = "32")
  private int connections;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "Also records the Server's turns with Flight Recorder.")
  private Path profile;

  @Spec private CommandSpec command;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = command.commandLine().getOut();
    out.printf(
        "성능 비교 · bench menus: %d번씩 %d초, 연결 %d개, 손님 %d명 · %d turns of %d s, %d connections, %d customers%n",
        rounds, seconds, connections, CUSTOMERS, rounds, seconds, connections, CUSTOMERS);
    Comparison comparison = compare(out::println);
    out.println();
    comparison.table().forEach(out::println);
    double ratio = comparison.ratio(Turn::cpuMicrosPerRequest);
    out.printf(
        "%n%s 목표: nginx CPU의 %.1f배 이하 · goal: at most %.1f times nginx's CPU%n",
        ratio <= MOST_CPU ? "✓" : "✗", MOST_CPU, MOST_CPU);
    return 0;
  }

  private Comparison compare(Consumer<String> say) throws IOException, InterruptedException {
    URI nowhere = URI.create("http://localhost:3000");
    try (HttpClient http = HttpClient.newHttpClient();
        var stack =
            TemporaryStack.start(nowhere, Map.of("TRUSTED_PROXIES", "1"), Purpose.MEASURED)) {
      stack.loadSampleData();
      Node server = stack.addServer("server");
      URI address = URI.create("http://127.0.0.1:" + server.port());
      var wrk = new Wrk(stack.folder(), Guests.enter(http, address, CUSTOMERS), connections);
      byte[] answer = answer(http, address.resolve(MENUS));
      say.accept("응답 · an answer: %,d bytes".formatted(answer.length));
      try (var nginx =
          Nginx.start(Files.createDirectory(stack.folder().resolve("nginx")), answer)) {
        var ours = new Contender("Server", address.resolve(MENUS), () -> List.of(server.pid()));
        return takeTurns(wrk, ours, nginx.contender(), say);
      }
    }
  }

  /** Who begins a round changes with each, so that neither profits from a machine that warms up. */
  private Comparison takeTurns(Wrk wrk, Contender server, Contender peer, Consumer<String> say)
      throws IOException, InterruptedException {
    say.accept("데우는 중 · warming up");
    wrk.ask(server, Duration.ofSeconds(warmUp));
    var servers = new ArrayList<Turn>();
    var peers = new ArrayList<Turn>();
    Duration time = Duration.ofSeconds(seconds);
    Recording recording = Recording.of(server.processes().get().getFirst(), profile);
    for (int i = 0; i < rounds; i++) {
      if (i % 2 == 0) {
        servers.add(turn(wrk, server, time, say));
        peers.add(turn(wrk, peer, time, say));
      } else {
        peers.add(turn(wrk, peer, time, say));
        servers.add(turn(wrk, server, time, say));
      }
    }
    recording.end();
    return new Comparison(servers, peers);
  }

  private static Turn turn(Wrk wrk, Contender contender, Duration time, Consumer<String> say)
      throws IOException, InterruptedException {
    Turn turn = wrk.ask(contender, time);
    say.accept(
        "  %-6s  %7.1f µs CPU  %,9.0f /s  p50 %6.2f ms  p99 %6.2f ms"
            .formatted(
                contender.name(),
                turn.cpuMicrosPerRequest(),
                turn.requestsPerSecond(),
                turn.p50Micros() / 1e3,
                turn.p99Millis()));
    return turn;
  }

  /** As nginx is to send it, too. */
  private static byte[] answer(HttpClient http, URI menus)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(HttpRequest.newBuilder(menus).build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new Refusal("the Server answers %d: %s".formatted(answer.statusCode(), menus));
    }
    return answer.body();
  }
}
