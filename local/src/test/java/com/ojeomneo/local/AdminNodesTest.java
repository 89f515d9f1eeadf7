package com.ojeomneo.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.local.sample.SampleData;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two Admins that know nothing of each other, behind a proxy that sends each request to the other
 * one than the last.
 */
class AdminNodesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Sooner than a node looks into the tables whatever it has heard. */
  private static final Duration SOON = Duration.ofSeconds(3);

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final int[] ports = {Ports.anyFree(), Ports.anyFree()};
  private Stack stack;
  private Home home;
  private Child[] nodes;
  private RoundRobin proxy;
  private Access.SignIn owner;

  @BeforeEach
  void start() throws Exception {
    RoundRobin.require();
    home = TestHome.in(folder);
    RunningStack.prepareApp(home);
    stack = new Stack(home, TestHome.quiet());
    var secrets = Secrets.of(home);
    var postgres = new Postgres(home, secrets);
    var redis = new Redis(home, secrets);
    var settings =
        new Settings(postgres, redis, secrets, "http://localhost", "http://s", Ports.anyFree());
    var databases = new Databases(postgres, secrets);
    postgres.start(stack);
    redis.start(stack);
    databases.create();
    new Server(home, settings, ports[0]).migrate(stack);
    databases.openLogins();
    try (var connection = postgres.connect(Databases.PRODUCT, Databases.OWNER)) {
      new SampleData(Clock.systemUTC()).loadOnce(connection);
    }
    // Its relay is what nodes hear each other by.
    new Server(home, settings, Ports.anyFree()).start(stack);
    owner = new StaffSamples(postgres, secrets).hire().get(StaffRole.OWNER);
    nodes =
        new Child[] {
          new Admin(home, settings, ports[0]).start(stack, "admin-1"),
          new Admin(home, settings, ports[1]).start(stack, "admin-2")
        };
    proxy = RoundRobin.over(ports, folder);
  }

  @AfterEach
  void stop() {
    if (proxy != null) {
      proxy.close();
    }
    if (stack != null) {
      stack.stop();
    }
    http.close();
  }

  @Test
  void whoeverIsSignedInIsSoOnEveryNodeWhateverDies() throws Exception {
    Browser here = signIn();
    Browser elsewhere = signIn();
    assertThat(here.asksEveryNode()).containsOnly(200);

    // Signing out on one is soon seen by the other.
    assertThat(here.signsOut("of somebody else")).isEqualTo(403);
    assertThat(here.signsOut(here.csrfToken)).isEqualTo(204);
    within(SOON, () -> here.asksEveryNode().equals(List.of(401, 401)));

    kill(redis());
    assertThat(elsewhere.asksEveryNode()).containsOnly(200);
    assertThat(signIn().asksEveryNode()).containsOnly(200);

    kill(nodes[0].handle());
    for (int i = 0; i < 4; i++) {
      assertThat(elsewhere.asks().statusCode()).isEqualTo(200);
    }
    assertThat(elsewhere.signsOut(elsewhere.csrfToken)).isEqualTo(204);
  }

  @Test
  void aBoardHearsWhatEitherNodeDoesAndBeginsAnewWhereverItsNodeIsGone() throws Exception {
    Browser kitchen = signIn();
    try (var board = kitchen.board()) {
      board.hears("\"stores\"", SOON);
      // One after the other, so that each node pauses a shop once.
      for (String store : kitchen.stores(2)) {
        kitchen.pauses(store);
        board.hears(store, SOON);
      }
      kill(redis());
      for (String store : kitchen.stores(4).subList(2, 4)) {
        kitchen.pauses(store);
        board.hears(store, SOON);
      }
      kill(nodes[board.node() == ports[0] ? 0 : 1].handle());
      within(SOON, board::isOver);
    }
    try (var board = kitchen.board()) {
      board.hears("\"stores\"", SOON);
    }
  }

  private interface Claim {
    boolean holds() throws Exception;
  }

  private static void within(Duration time, Claim claim) throws Exception {
    Instant end = Instant.now().plus(time);
    while (!claim.holds()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(20);
    }
  }

  private ProcessHandle redis() {
    List<ChildRecord> children = PrivateFile.readJson(home.children(), new TypeReference<>() {});
    return children.stream()
        .filter(child -> child.name().equals("redis"))
        .findFirst()
        .flatMap(ChildRecord::process)
        .orElseThrow();
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  private Browser signIn() throws Exception {
    String body =
        JSON.writeValueAsString(Map.of("email", owner.email(), "password", owner.password()));
    HttpResponse<String> answer =
        send(
            request("/api/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    return new Browser(cookie, JSON.readTree(answer.body()).get("csrfToken").asText());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxy.port() + path))
        .timeout(Duration.ofSeconds(10));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private final class Browser {
    private final String cookie;
    private final String csrfToken;

    private Browser(String cookie, String csrfToken) {
      this.cookie = cookie;
      this.csrfToken = csrfToken;
    }

    private HttpRequest.Builder to(String path) {
      return request(path).header("Cookie", cookie);
    }

    private HttpResponse<String> asks() throws Exception {
      return send(to("/api/session"));
    }

    /** The answers of two requests in a row, which went to two nodes. */
    private List<Integer> asksEveryNode() throws Exception {
      var first = asks();
      var second = asks();
      assertThat(first.headers().firstValue(RoundRobin.NODE))
          .isPresent()
          .isNotEqualTo(second.headers().firstValue(RoundRobin.NODE));
      return List.of(first.statusCode(), second.statusCode());
    }

    private int signsOut(String token) throws Exception {
      return send(to("/api/session").header("X-CSRF-Token", token).DELETE()).statusCode();
    }

    private List<String> stores(int count) throws Exception {
      var answer = send(to("/api/stores?limit=" + count));
      return JSON.readTree(answer.body()).get("items").findValuesAsText("id");
    }

    private void pauses(String store) throws Exception {
      var answer =
          send(
              to("/api/stores/%s/paused".formatted(store))
                  .header("X-CSRF-Token", csrfToken)
                  .header("Content-Type", "application/json")
                  .PUT(BodyPublishers.ofString("{\"paused\":true}")));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Board board() throws Exception {
      return new Board(http.send(to("/api/orders/live").build(), BodyHandlers.ofInputStream()));
    }
  }

  /** What comes over the wire, line by line. */
  private static final class Board implements AutoCloseable {
    private final HttpResponse<InputStream> answer;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Thread reader;

    private Board(HttpResponse<InputStream> answer) {
      this.answer = answer;
      this.reader = Thread.startVirtualThread(this::read);
    }

    private void read() {
      try (var text = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
        text.lines().forEach(lines::add);
      } catch (IOException | UncheckedIOException broken) {
        lines.add("broken");
      }
    }

    /** Since the last time. */
    private void hears(String what, Duration soon) throws Exception {
      within(soon, () -> lines.stream().anyMatch(line -> line.contains(what)));
      lines.clear();
    }

    private boolean isOver() {
      return !reader.isAlive();
    }

    private int node() {
      String address = answer.headers().firstValue(RoundRobin.NODE).orElseThrow();
      return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }

    @Override
    public void close() throws IOException {
      answer.body().close();
    }
  }
}
