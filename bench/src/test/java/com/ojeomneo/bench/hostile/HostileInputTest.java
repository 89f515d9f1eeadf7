package com.ojeomneo.bench.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.bench.hostile.HostileRun.Outcome;
import com.ojeomneo.bench.hostile.Shot.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What no app would send, 20,000 times, and who judges the answers. */
@ExtendWith(Hostility.Given.class)
class HostileInputTest {
  private static final int REQUESTS = 20_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Hostility server;

  HostileInputTest(Hostility server) {
    this.server = server;
  }

  @Test
  void nothingThatIsSentCausesAFaultOrTellsASecret() throws Exception {
    long seed = Long.getLong("ojeomneo.hostile.seed", 20_260_501);
    System.out.println("hostile input: seed " + seed);
    var judge = Judge.of(server.stack().stack().folder(), server.world().victim());

    Outcome outcome =
        new HostileRun(server.port(), server.world(), judge, seed, done -> {}).send(REQUESTS);

    assertThat(outcome.findings()).isEmpty();
    assertThat(server.stack().errors()).isEmpty();
    assertThat(server.stack().differences()).as("in the books").isEmpty();
    assertThat(outcome.count(Kind.VALID)).isBetween(6_500, 7_500);
    assertThat(outcome.count(Kind.MUTATED)).isBetween(9_500, 10_500);
    assertThat(outcome.count(Kind.MALFORMED)).isBetween(2_500, 3_500);
    assertThat(outcome.count(Kind.VALID, 2)).as("valid ones that were done").isGreaterThan(4_000);
    assertThat(outcome.count(Kind.MUTATED, 4)).isGreaterThan(4_000);
    assertThat(server.world().operations())
        .allSatisfy(operation -> assertReached(operation, outcome));
    assertThat(server.get("/ojeomneo/v1/healthcheck/ready").status()).isEqualTo(200);
  }

  private static void assertReached(Operation operation, Outcome outcome) {
    assertThat(outcome.reached().keySet()).anyMatch(what -> what.startsWith(operation + " "));
  }

  @Test
  void theJudgeSeesWhatIsWrong() throws Exception {
    var judge = Judge.of(server.stack().stack().folder(), server.world().victim());
    Operation operation = server.world().operations().getFirst();
    var shot = new Shot(Kind.VALID, operation, null, new byte[0]);
    String head = "HTTP/1.1 %d x\r\nContent-Type: application/problem+json\r\n";
    Consumer<Answer> refused = answer -> assertThat(judge.fault(shot, answer)).isPresent();

    assertThat(judge.fault(shot, answer(400, head, "{\"status\":400}"))).isEmpty();
    refused.accept(answer(500, head, "{\"status\":500}"));
    refused.accept(answer(418, head, "{\"status\":418}"));
    refused.accept(answer(400, "HTTP/1.1 %d x\r\n", "{\"status\":400}"));
    refused.accept(answer(400, head, "{\"status\":400,\"title\":\"java.lang.X\"}"));
    refused.accept(
        answer(
            400,
            head,
            "{\"status\":400,\"title\":\"%s\"}".formatted(server.world().victim().note())));
    String secret =
        JSON.readTree(Files.readString(server.stack().stack().folder().resolve("secrets.json")))
            .path("toss.secret-key")
            .asText();
    refused.accept(answer(400, head, "{\"status\":400,\"title\":\"%s\"}".formatted(secret)));
  }

  private static Answer answer(int status, String head, String body) {
    return new Answer(status, head.formatted(status), body.getBytes(StandardCharsets.UTF_8));
  }
}
