package com.ojeomneo.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * A public answer as ready bytes, plain and gzip, each with a strong ETag of its own (RFC 9110
 * section 8.8.3.3). Clients revalidate: an unchanged answer costs a 304 without a body.
 */
public final class Representation {
  private static final int WORTH_COMPRESSING = 512;
  private static final int OVERHEAD = 300;
  private static final String JSON = "application/json";
  private static final String VARY = "Accept-Encoding, Accept-Language";
  private static final String REVALIDATED = "public, no-cache";

  private final Buffer plain;
  private final Buffer gzip;
  private final String hash;

  private Representation(Buffer plain, Buffer gzip, String hash) {
    this.plain = plain;
    this.gzip = gzip;
    this.hash = hash;
  }

  public static Representation of(Object answer, ObjectMapper json) {
    try {
      return of(json.writeValueAsBytes(answer));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param plain JSON
   */
  static Representation of(byte[] plain) {
    return new Representation(
        Buffer.buffer(plain),
        plain.length < WORTH_COMPRESSING ? null : Buffer.buffer(gzip(plain)),
        hash(plain));
  }

  /** Of the content, for a strong ETag: 120 bits of its SHA-256, in Base64. */
  public static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 15));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How much memory it takes. */
  int bytes() {
    return plain.length() + (gzip == null ? 0 : gzip.length()) + OVERHEAD;
  }

  /** 304 when the client holds this very representation, else 200 in the encoding it accepts. */
  public Response answer(RoutingContext request) {
    boolean compressed = isCompressedFor(request);
    String tag = tag(request, compressed);
    Response.ResponseBuilder response;
    if (IfNoneMatch.holds(request.request(), tag)) {
      response = Response.notModified();
    } else {
      response = Response.ok(compressed ? gzip : plain, MediaType.APPLICATION_JSON_TYPE);
      if (compressed) {
        response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
      }
    }
    return response
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.VARY, VARY)
        .header(HttpHeaders.CACHE_CONTROL, REVALIDATED)
        .build();
  }

  /** {@link #answer}, at once. */
  void send(RoutingContext request) {
    boolean compressed = isCompressedFor(request);
    String tag = tag(request, compressed);
    HttpServerResponse response = request.response();
    response
        .putHeader(HttpHeaders.ETAG, tag)
        .putHeader(HttpHeaders.VARY, VARY)
        .putHeader(HttpHeaders.CACHE_CONTROL, REVALIDATED);
    if (IfNoneMatch.holds(request.request(), tag)) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
    if (compressed) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    response.end(compressed ? gzip : plain);
  }

  private boolean isCompressedFor(RoutingContext request) {
    return gzip != null && acceptsGzip(request.request().headers());
  }

  private String tag(RoutingContext request, boolean compressed) {
    return '"' + hash + '-' + Languages.of(request).getLanguage() + (compressed ? "-gzip\"" : "\"");
  }

  public static boolean acceptsGzip(MultiMap headers) {
    return headers.contains(HttpHeaders.ACCEPT_ENCODING)
        && acceptsGzip(String.join(",", headers.getAll(HttpHeaders.ACCEPT_ENCODING)));
  }

  /** RFC 9110 section 12.5.3: a named coding counts before {@code *}, and q=0 refuses it. */
  static boolean acceptsGzip(String acceptEncoding) {
    boolean any = false;
    for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
      String[] parts = coding.replaceAll("\\s", "").split(";");
      boolean accepted = parts.length < 2 || !parts[1].matches("q=0(\\.0{0,3})?");
      if (parts[0].equals("gzip")) {
        return accepted;
      }
      any |= parts[0].equals("*") && accepted;
    }
    return any;
  }

  public static byte[] gzip(byte[] plain) {
    var bytes = new ByteArrayOutputStream(plain.length / 2);
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
