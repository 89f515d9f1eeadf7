package com.ojeomneo.server.app;

import com.ojeomneo.platform.http.IfNoneMatch;
import com.ojeomneo.platform.http.Representation;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the app as ready bytes, plain and gzip.
 *
 * <p>What carries a digest in its name is kept for ever; everything else is asked for again each
 * time, so that a new version shows at once.
 *
 * @param tag strong, without quotes
 */
record AppFile(Buffer plain, Buffer gzip, String tag, String type, boolean immutable) {
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml; charset=utf-8",
          "webmanifest", "application/manifest+json; charset=utf-8");

  /**
   * @return empty when there is no such file
   */
  static Optional<AppFile> read(String path) {
    try (InputStream file = AppFile.class.getResourceAsStream("/META-INF/resources" + path)) {
      if (file == null) {
        return Optional.empty();
      }
      byte[] plain = file.readAllBytes();
      boolean immutable = path.startsWith("/assets/") || path.startsWith("/workbox-");
      return Optional.of(
          new AppFile(
              Buffer.buffer(plain),
              Buffer.buffer(Representation.gzip(plain)),
              Representation.hash(plain),
              TYPES.get(path.substring(path.lastIndexOf('.') + 1)),
              immutable));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void send(RoutingContext request) {
    boolean compressed = Representation.acceptsGzip(request.request().headers());
    String quoted = '"' + tag + (compressed ? "-gzip\"" : "\"");
    HttpServerResponse response = request.response();
    response
        .putHeader(HttpHeaders.ETAG, quoted)
        .putHeader(HttpHeaders.VARY, "Accept-Encoding")
        .putHeader(
            HttpHeaders.CACHE_CONTROL,
            immutable ? "public, max-age=31536000, immutable" : "no-cache")
        .putHeader("Content-Security-Policy", POLICY);
    if (IfNoneMatch.holds(request.request(), quoted)) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, type);
    if (compressed) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    response.end(compressed ? gzip : plain);
  }
}
