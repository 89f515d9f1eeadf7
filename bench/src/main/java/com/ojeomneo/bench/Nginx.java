package com.ojeomneo.bench;

import com.ojeomneo.local.Ports;
import com.ojeomneo.local.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The peer: serves one answer from a file, set up to be quick at it. */
final class Nginx implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** As many workers as the machine has cores; its access log is on, as the Server's is. */
  private static final String CONFIGURATION =
      """
      daemon off;
      user %1$s;
      worker_processes auto;
      pid %2$s/nginx.pid;
      error_log %2$s/error.log;
      events { worker_connections 1024; }
      http {
        access_log %2$s/access.log;
        client_body_temp_path %2$s/body;
        proxy_temp_path %2$s/proxy;
        fastcgi_temp_path %2$s/fastcgi;
        uwsgi_temp_path %2$s/uwsgi;
        scgi_temp_path %2$s/scgi;
        types { application/json json; }
        sendfile on;
        tcp_nopush on;
        keepalive_requests 1000000;
        open_file_cache max=16;
        server {
          listen 127.0.0.1:%3$d;
          root %2$s/www;
        }
      }
      """;

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Nginx start(Path folder, byte[] answer) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("www"));
    Files.write(folder.resolve("www/menus.json"), answer);
    int port = Ports.anyFree();
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(
        configuration, CONFIGURATION.formatted(System.getProperty("user.name"), folder, port));
    Process process =
        new ProcessBuilder(
                Programs.find("nginx", "nginx-light wrk").toString(),
                "-c",
                configuration.toString(),
                "-p",
                folder.toString(),
                "-e",
                folder.resolve("error.log").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.out").toFile())
            .start();
    var nginx = new Nginx(process, port);
    try {
      nginx.await(folder);
    } catch (RuntimeException e) {
      nginx.close();
      throw e;
    }
    return nginx;
  }

  Contender contender() {
    return new Contender(
        "nginx", URI.create("http://127.0.0.1:%d/menus.json".formatted(port)), this::processes);
  }

  private List<Long> processes() {
    return process.descendants().map(ProcessHandle::pid).toList();
  }

  private void await(Path folder) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!listens()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new Refusal("nginx does not start: " + Files.readString(folder.resolve("nginx.out")));
      }
      Thread.sleep(20);
    }
  }

  private boolean listens() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Its workers end with it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
