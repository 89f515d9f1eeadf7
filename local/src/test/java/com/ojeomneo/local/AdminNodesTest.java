package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two Admins that know nothing of each other; each request goes to the other one in turn. */
class AdminNodesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final int[] ports = {Ports.anyFree(), Ports.anyFree()};
  private Stack stack;
  private Home home;
  private Child[] nodes;
  private Access.SignIn owner;

  @BeforeEach
  void start() throws Exception {
    home = TestHome.in(folder);
    RunningStack.prepareApp(home);
    stack = new Stack(home, TestHome.quiet());
    var secrets = Secrets.of(home);
    var postgres = new Postgres(home, secrets);
    var redis = new Redis(home, secrets);
    var settings = new Settings(postgres, redis, secrets, "http://localhost", "http://s");
    var databases = new Databases(postgres, secrets);
    postgres.start(stack);
    redis.start(stack);
    databases.create();
    new Server(home, settings, ports[0]).migrate(stack);
    databases.openLogins();
    owner = new StaffSamples(postgres, secrets).hire().get(StaffRole.OWNER);
    nodes =
        new Child[] {
          new Admin(home, settings, ports[0]).start(stack, "admin-1"),
          new Admin(home, settings, ports[1]).start(stack, "admin-2")
        };
  }

  @AfterEach
  void stop() {
    stack.stop();
    http.close();
  }

  @Test
  void aSessionIsTheSameOnEveryNodeWhateverDies() throws Exception {
    Browser here = signIn(0);
    Browser elsewhere = signIn(1);
    for (int i = 0; i < 6; i++) {
      assertThat(here.asks(i % 2)).isEqualTo(200);
    }

    // A write takes the token that the other node gave; signing out is seen there within a second.
    assertThat(here.signsOut(1, "of somebody else")).isEqualTo(403);
    assertThat(here.signsOut(1, here.csrfToken)).isEqualTo(204);
    Instant gone = Instant.now();
    while (here.asks(0) != 401) {
      assertThat(Duration.between(gone, Instant.now())).isLessThan(Duration.ofMillis(1500));
    }

    kill(redis());
    for (int i = 0; i < 6; i++) {
      assertThat(elsewhere.asks(i % 2)).isEqualTo(200);
    }
    assertThat(signIn(0).asks(1)).isEqualTo(200);

    kill(nodes[0].handle());
    assertThat(elsewhere.asks(1)).isEqualTo(200);
    assertThat(elsewhere.signsOut(1, elsewhere.csrfToken)).isEqualTo(204);
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

  private Browser signIn(int node) throws Exception {
    String body =
        JSON.writeValueAsString(Map.of("email", owner.email(), "password", owner.password()));
    HttpResponse<String> answer =
        send(
            request(node)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    return new Browser(cookie, JSON.readTree(answer.body()).get("csrfToken").asText());
  }

  private HttpRequest.Builder request(int node) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d/api/session".formatted(ports[node])))
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

    private int asks(int node) throws Exception {
      return send(request(node).header("Cookie", cookie)).statusCode();
    }

    private int signsOut(int node, String token) throws Exception {
      return send(request(node).header("Cookie", cookie).header("X-CSRF-Token", token).DELETE())
          .statusCode();
    }
  }
}
