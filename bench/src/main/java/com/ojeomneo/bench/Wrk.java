package com.ojeomneo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.local.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * wrk, which asks as fast as it is answered over a number of connections, in one thread; each
 * request is the next customer's.
 */
final class Wrk {
  private static final String SCRIPT = "customers.lua";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path program = Programs.find("wrk", "nginx-light wrk");
  private final Path script;
  private final Path tokens;
  private final int connections;

  /**
   * @param tokens one a line
   */
  Wrk(Path folder, List<String> tokens, int connections) throws IOException {
    this.connections = connections;
    this.tokens = Files.write(folder.resolve("tokens"), tokens);
    this.script = folder.resolve(SCRIPT);
    try (InputStream source = Wrk.class.getResourceAsStream(SCRIPT)) {
      Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * One turn of one contender.
   *
   * @throws Refusal when a request was refused or its connection broke
   */
  Turn ask(Contender contender, Duration time) throws IOException, InterruptedException {
    List<Long> processes = contender.processes().get();
    Duration before = CpuTime.of(processes);
    JsonNode said = run(contender, time);
    Duration used = CpuTime.of(processes).minus(before);
    if (said.path("refused").asLong() > 0 || said.path("broken").asLong() > 0) {
      throw new Refusal("%s did not answer all requests: %s".formatted(contender.name(), said));
    }
    return new Turn(
        said.path("requests").asLong(),
        Duration.ofNanos(said.path("micros").asLong() * 1000),
        used,
        said.path("p50").asLong(),
        said.path("p99").asLong(),
        said.path("bytes").asLong());
  }

  private JsonNode run(Contender contender, Duration time)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--threads",
                "1",
                "--connections",
                String.valueOf(connections),
                "--timeout",
                "10s",
                "--duration",
                time.toSeconds() + "s",
                "--script",
                script.toString(),
                contender.url().toString(),
                "--",
                tokens.toString())
            .redirectErrorStream(true)
            .start();
    List<String> said = process.inputReader().lines().toList();
    if (process.waitFor() != 0 || !said.getLast().startsWith("{")) {
      throw new Refusal("wrk: " + String.join("\n", said));
    }
    return JSON.readTree(said.getLast());
  }
}
