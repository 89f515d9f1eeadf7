package com.ojeomneo.admin.resource;

import io.vertx.core.http.HttpServerResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;

/**
 * An answer whose reader may leave: what is written to whoever closed the connection in good order
 * is lost without an error, and whoever writes would not know to stop.
 */
final class HeardStream extends FilterOutputStream {
  private final HttpServerResponse answer;

  HeardStream(OutputStream to, HttpServerResponse answer) {
    super(to);
    this.answer = answer;
  }

  @Override
  public void write(int b) throws IOException {
    requireHeard();
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    requireHeard();
    out.write(bytes, from, length);
  }

  private void requireHeard() throws ClosedChannelException {
    if (answer.closed()) {
      throw new ClosedChannelException();
    }
  }
}
