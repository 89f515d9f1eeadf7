package com.ojeomneo.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Redis on loopback behind a password, keeping nothing: whatever is in it can be lost, and losing
 * it at every stop keeps everybody honest about that.
 */
final class Redis {
  private static final int USUAL_PORT = 6379;
  // Redis marks its greeting and its troubles alike.
  private static final Pattern TROUBLE =
      Pattern.compile("error|fail|fatal|denied|out of memory", Pattern.CASE_INSENSITIVE);

  private final Home home;
  private final RedisProgram program;
  private final String password;
  private final int port;

  Redis(Home home, Secrets secrets) {
    this.home = home;
    this.program = RedisProgram.find(System.getenv().getOrDefault("PATH", ""), home.programs());
    this.password = secrets.password("redis");
    this.port = Ports.remembered(home.ports(), "redis", USUAL_PORT);
  }

  int port() {
    return port;
  }

  RedisProgram program() {
    return program;
  }

  void start(Stack stack) throws InterruptedException {
    var configuration = home.redisData().resolve("redis.conf");
    try {
      // A file, not arguments: those are visible to everybody on the machine.
      PrivateFile.write(
          configuration,
          """
          bind 127.0.0.1
          port %d
          requirepass %s
          dir "%s"
          save ""
          appendonly no
          """
              .formatted(port, password, home.redisData()));
    } catch (IOException e) {
      throw new Refusal("cannot write " + configuration + ": " + e.getMessage(), e);
    }
    Child server =
        stack.start(
            new Program(
                    "redis",
                    List.of(program.executable().toString(), configuration.toString()),
                    Surroundings.plain())
                .showing(line -> TROUBLE.matcher(line).find() && !line.contains("overcommit")));
    Deadline.await(server, Duration.ofSeconds(20), this::answers);
  }

  private boolean answers() throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      socket.setSoTimeout(500);
      socket
          .getOutputStream()
          .write("AUTH %s\r\nPING\r\n".formatted(password).getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readNBytes("+OK\r\n+PONG".length()));
      return answer.equals("+OK\r\n+PONG");
    }
  }
}
