package com.ojeomneo.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxyTest {
  private final Proxy proxy = new Proxy();

  @AfterEach
  void close() {
    proxy.close();
  }

  @Test
  void connectionsTakeTurns() throws Exception {
    try (var a = backend("a");
        var b = backend("b")) {
      proxy.addBackend(a.getLocalPort());
      proxy.addBackend(b.getLocalPort());
      assertThat(Set.of(ask(), ask())).isEqualTo(Set.of("a", "b"));
    }
  }

  @Test
  void whoDoesNotAcceptIsPassedOver() throws Exception {
    int dead = portWithoutAnybody();
    try (var alive = backend("alive")) {
      proxy.addBackend(dead);
      proxy.addBackend(alive.getLocalPort());
      var answers = new TreeSet<String>();
      for (int i = 0; i < 4; i++) {
        answers.add(ask());
      }
      assertThat(answers).containsExactly("alive");
    }
  }

  @Test
  void whoIsTakenOutGetsNoNewConnections() throws Exception {
    try (var a = backend("a");
        var b = backend("b")) {
      proxy.addBackend(a.getLocalPort());
      proxy.addBackend(b.getLocalPort());
      proxy.removeBackend(a.getLocalPort());
      assertThat(Set.of(ask(), ask() + ask())).isEqualTo(Set.of("b", "bb"));
    }
  }

  @Test
  void answersAreHeldBackForAsLongAsWanted() throws Exception {
    try (var a = backend("a")) {
      proxy.addBackend(a.getLocalPort());
      proxy.holdBack(Duration.ofMillis(200));
      long began = System.nanoTime();
      assertThat(ask()).isEqualTo("a");
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }
  }

  @Test
  void aConnectionThatBreaksIsBrokenAndNotMadeGood() throws Exception {
    try (var backend = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var other = backend("other")) {
      proxy.addBackend(backend.getLocalPort());
      proxy.addBackend(other.getLocalPort());
      try (var client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
        backend.accept().close();
        assertThat(client.getInputStream().read()).isEqualTo(-1);
      }
    }
  }

  private String ask() throws IOException {
    try (var client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Not that of a backend that was closed: while a thread accepts there it lives on for a moment.
   */
  private static int portWithoutAnybody() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Says its name to each connection and ends it. */
  private static ServerSocket backend(String name) throws IOException {
    var socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(
        () -> {
          while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
              client.getOutputStream().write(name.getBytes(StandardCharsets.UTF_8));
            } catch (IOException closed) {
              // The loop ends.
            }
          }
        });
    return socket;
  }
}
