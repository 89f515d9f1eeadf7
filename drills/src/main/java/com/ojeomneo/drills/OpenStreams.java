package com.ojeomneo.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many event streams held open by one thread; what comes is counted, not kept. */
final class OpenStreams implements AutoCloseable {
  private static final String EVENT = "event:";

  private final InetSocketAddress server;
  private final Selector selector;
  private final List<Stream> streams = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);

  private static final class Stream {
    private final SocketChannel channel;
    private boolean begun;
    private long events;

    private Stream(SocketChannel channel) {
      this.channel = channel;
    }
  }

  OpenStreams(URI server) throws IOException {
    this.server = new InetSocketAddress(server.getHost(), server.getPort());
    this.selector = Selector.open();
  }

  void open(String token, String path) throws IOException {
    SocketChannel channel = SocketChannel.open(server);
    String request =
        """
        GET /ojeomneo/v1%s HTTP/1.1\r
        Host: %s:%d\r
        Accept: text/event-stream\r
        Authorization: Bearer %s\r
        \r
        """
            .formatted(path, server.getHostString(), server.getPort(), token);
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    channel.configureBlocking(false);
    var stream = new Stream(channel);
    channel.register(selector, SelectionKey.OP_READ, stream);
    streams.add(stream);
  }

  /**
   * Reads until each stream has had so many events.
   *
   * @throws IllegalStateException when they do not within that time, or a stream is refused or ends
   */
  void awaitEvents(long each, Duration within) throws IOException {
    long deadline = System.nanoTime() + within.toNanos();
    while (!streams.stream().allMatch(s -> s.events >= each)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%d of %d streams have had %d events after %s"
                .formatted(
                    streams.stream().filter(s -> s.events >= each).count(),
                    streams.size(),
                    each,
                    within));
      }
      selector.select(key -> read((Stream) key.attachment()), 50);
    }
  }

  int size() {
    return streams.size();
  }

  private void read(Stream stream) {
    try {
      buffer.clear();
      if (stream.channel.read(buffer) < 0) {
        throw new IllegalStateException("a stream ends");
      }
      String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
      if (!stream.begun) {
        stream.begun = true;
        if (!text.startsWith("HTTP/1.1 200")) {
          throw new IllegalStateException("a stream is refused: " + text.lines().findFirst());
        }
      }
      for (int at = text.indexOf(EVENT); at >= 0; at = text.indexOf(EVENT, at + 1)) {
        stream.events++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (Stream stream : streams) {
      stream.channel.close();
    }
    selector.close();
  }
}
