package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Debian's nginx before two nodes: each request goes to the next one, past one that is gone, and
 * the answer says to which ({@link #NODE}).
 */
final class RoundRobin implements AutoCloseable {
  static final String NODE = "X-Node";

  private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** As it comes, but for what the Admin's documents ask of an ingress: it holds nothing back. */
  private static final String CONFIGURATION =
      """
      daemon off;
      user %1$s;
      worker_processes 1;
      pid %2$s/nginx.pid;
      error_log %2$s/error.log;
      events { worker_connections 256; }
      http {
        access_log off;
        client_body_temp_path %2$s/body;
        proxy_temp_path %2$s/proxy;
        fastcgi_temp_path %2$s/fastcgi;
        uwsgi_temp_path %2$s/uwsgi;
        scgi_temp_path %2$s/scgi;
        upstream nodes { server 127.0.0.1:%4$d; server 127.0.0.1:%5$d; }
        server {
          listen 127.0.0.1:%3$d;
          location / {
            proxy_pass http://nodes;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            add_header X-Node $upstream_addr always;
          }
        }
      }
      """;

  private final Process process;
  private final int port;

  private RoundRobin(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static void require() {
    assumeTrue(
        Files.isExecutable(PROGRAM) || "true".equals(System.getenv("CI")),
        "needs Debian's package nginx-light");
  }

  static RoundRobin over(int[] nodes, Path folder) throws IOException, InterruptedException {
    int port = Ports.anyFree();
    Path configuration = folder.resolve("nginx.conf");
    String user = System.getProperty("user.name");
    Files.writeString(
        configuration, CONFIGURATION.formatted(user, folder, port, nodes[0], nodes[1]));
    Path output = folder.resolve("nginx.out");
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "-c",
                configuration.toString(),
                "-e",
                folder.resolve("error.log").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    Instant end = Instant.now().plus(PATIENCE);
    while (!listens(port)) {
      assertThat(Instant.now()).as(Files.readString(output)).isBefore(end);
      Thread.sleep(20);
    }
    return new RoundRobin(process, port);
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
