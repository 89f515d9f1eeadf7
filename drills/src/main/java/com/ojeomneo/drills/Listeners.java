package com.ojeomneo.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Very many open event streams in one thread: a socket and a counter each, so that what is measured
 * is the Server and not its clients.
 */
final class Listeners implements AutoCloseable {
  private final int port;
  private final Selector selector;
  private final List<Listener> all = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
  private final Thread reader;

  /** One stream. Counts events by the field that each has once: no JSON of ours holds that text. */
  static final class Listener {
    private static final byte[] FIELD = "data:".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private final AtomicInteger events = new AtomicInteger();
    private int matched;

    private Listener(SocketChannel channel) {
      this.channel = channel;
    }

    int events() {
      return events.get();
    }

    boolean isOpen() {
      return channel.isOpen();
    }

    private void read(ByteBuffer bytes) {
      while (bytes.hasRemaining()) {
        byte next = bytes.get();
        matched = next == FIELD[matched] ? matched + 1 : next == FIELD[0] ? 1 : 0;
        if (matched == FIELD.length) {
          events.incrementAndGet();
          matched = 0;
        }
      }
    }
  }

  Listeners(int port) {
    this.port = port;
    try {
      this.selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.reader = Thread.ofPlatform().daemon().name("listeners").start(this::readAll);
  }

  Listener open(String path, String token, String address) throws IOException {
    var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String request =
        """
        GET /ojeomneo/v1%s HTTP/1.1\r
        Host: localhost\r
        Accept: text/event-stream\r
        X-Forwarded-For: %s\r
        Authorization: Bearer %s\r
        \r
        """
            .formatted(path, address, token);
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    channel.configureBlocking(false);
    var listener = new Listener(channel);
    all.add(listener);
    channel.register(selector, SelectionKey.OP_READ, listener);
    selector.wakeup();
    return listener;
  }

  private void readAll() {
    while (selector.isOpen()) {
      try {
        selector.select(key -> read((Listener) key.attachment()), 100);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (ClosedSelectorException closed) {
        return;
      }
    }
  }

  private void read(Listener listener) {
    try {
      buffer.clear();
      if (listener.channel.read(buffer) < 0) {
        listener.channel.close();
      }
      listener.read(buffer.flip());
    } catch (IOException ended) {
      close(listener);
    }
  }

  private static void close(Listener listener) {
    try {
      listener.channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    all.forEach(Listeners::close);
    try {
      selector.close();
      reader.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
