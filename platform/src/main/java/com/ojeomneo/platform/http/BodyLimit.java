package com.ojeomneo.platform.http;

import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts a body that did not say how long it is (chunked), while it is read. */
@Provider
class BodyLimit implements ReaderInterceptor {
  private final BodyLimits limits;
  private final RoutingContext request;

  /**
   * @param request the one at hand
   */
  BodyLimit(BodyLimits limits, RoutingContext request) {
    this.limits = limits;
    this.request = request;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (!context.getHeaders().containsKey(HttpHeaders.CONTENT_LENGTH)) {
      context.setInputStream(new Counted(context.getInputStream(), limits.of(request)));
    }
    return context.proceed();
  }

  private static final class Counted extends FilterInputStream {
    private final long maxBytes;
    private long read;

    Counted(InputStream body, long maxBytes) {
      super(body);
      this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      count(count);
      return count;
    }

    private void count(int bytes) {
      read += Math.max(0, bytes);
      if (read > maxBytes) {
        throw Problem.of(CommonProblem.BODY_TOO_LARGE);
      }
    }
  }
}
