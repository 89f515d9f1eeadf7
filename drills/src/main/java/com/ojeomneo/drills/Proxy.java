package com.ojeomneo.drills;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A plain proxy for TCP: connections go to the backends in turn, past one that does not accept. It
 * reads nothing: what breaks on one side is broken on the other, and whoever spoke finds out there.
 */
final class Proxy implements AutoCloseable {
  private static final int CONNECT_MILLIS = 1000;
  private static final int BACKLOG = 4096;
  private static final int PIECE_BYTES = 16 * 1024;

  private final ServerSocket entrance;
  private final List<Integer> backends = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private volatile long delayMillis;

  Proxy() {
    try {
      entrance = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("proxy").start(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  void addBackend(int port) {
    backends.add(port);
  }

  /** Open connections stay. */
  void removeBackend(int port) {
    backends.remove(Integer.valueOf(port));
  }

  /**
   * Answers are held back from now on, also on open connections.
   *
   * @param delay at least, and less than twice that; zero for not at all
   */
  void holdBack(Duration delay) {
    delayMillis = delay.toMillis();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        Thread.startVirtualThread(() -> join(client));
      } catch (IOException closed) {
        // The loop sees whether it was the entrance.
      }
    }
  }

  private void join(Socket client) {
    try (client;
        Socket backend = connect()) {
      client.setTcpNoDelay(true);
      backend.setTcpNoDelay(true);
      Thread answers = Thread.startVirtualThread(() -> answer(backend, client));
      copy(client, backend);
      answers.join();
    } catch (IOException nobodyAccepts) {
      // The client finds its connection closed.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Socket connect() throws IOException {
    int first = turn.getAndIncrement();
    Integer[] now = backends.toArray(Integer[]::new);
    for (int i = 0; i < now.length; i++) {
      int port = now[Math.floorMod(first + i, now.length)];
      var socket = new Socket();
      try {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        return socket;
      } catch (IOException dead) {
        socket.close();
      }
    }
    throw new IOException("no backend accepts");
  }

  /** {@link #copy}, each piece when its time has come. */
  private void answer(Socket backend, Socket client) {
    var piece = new byte[PIECE_BYTES];
    try (backend;
        client) {
      InputStream from = backend.getInputStream();
      for (int bytes = from.read(piece); bytes >= 0; bytes = from.read(piece)) {
        holdBack();
        client.getOutputStream().write(piece, 0, bytes);
      }
    } catch (IOException broken) {
      // Closed, which is all that a proxy can say.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void holdBack() throws InterruptedException {
    long millis = delayMillis;
    if (millis > 0) {
      Thread.sleep(ThreadLocalRandom.current().nextLong(millis, 2 * millis));
    }
  }

  /** Until one side ends; then both do. */
  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException broken) {
      // Closed, which is all that a proxy can say.
    }
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
