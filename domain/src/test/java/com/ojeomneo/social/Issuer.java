package com.ojeomneo.social;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Vouches for people with real RS256 keys, over HTTP; at a moment that stands still. */
final class Issuer {
  static final String NONCE = "the-nonce-of-this-log-in";
  private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

  /** The one it publishes. Making one takes a while. */
  static final RsaJsonWebKey KEY = key("one");

  /** One it does not publish yet. */
  static final RsaJsonWebKey ANOTHER = key("two");

  private final AtomicInteger fetches = new AtomicInteger();
  private final HttpServer server;
  private volatile JsonWebKeySet published = new JsonWebKeySet(KEY);

  private Issuer(HttpServer server) {
    this.server = server;
    server.createContext(
        "/",
        exchange -> {
          fetches.incrementAndGet();
          sendKeys(exchange);
        });
    server.start();
  }

  static Issuer start() {
    try {
      return new Issuer(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stop() {
    server.stop(0);
  }

  void publishes(JsonWebKey... keys) {
    published = new JsonWebKeySet(keys);
  }

  /** Sends whoever wants its keys to where they are, which is somewhere else. */
  void redirects() {
    server.removeContext("/");
    server.createContext(
        "/",
        exchange -> {
          fetches.incrementAndGet();
          exchange.getResponseHeaders().set("Location", address() + "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.createContext("/elsewhere", this::sendKeys);
  }

  /** How often it was asked for its keys. */
  int fetches() {
    return fetches.get();
  }

  private void sendKeys(HttpExchange exchange) throws IOException {
    byte[] body = published.toJson(OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  IdTokens tokens(Provider provider) {
    return tokens(provider, Duration.ZERO);
  }

  IdTokens tokens(Provider provider, Duration floor) {
    var client =
        new Client(
            provider,
            Addresses.of(provider).at(address()),
            List.of("web", "app"),
            new ClientSecret.Shared("secret"),
            null);
    return new IdTokens(client, Clock.fixed(NOW, ZoneOffset.UTC), floor);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  String signed(RsaJsonWebKey by, Consumer<JwtClaims> change) {
    try {
      return jws("RS256", by, by.getKeyId(), change);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  String jws(String algorithm, RsaJsonWebKey by, String kid, Consumer<JwtClaims> change)
      throws JoseException {
    var jws = new JsonWebSignature();
    jws.setPayload(claims(change).toJson());
    jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    jws.setAlgorithmHeaderValue(algorithm);
    if (kid != null) {
      jws.setKeyIdHeaderValue(kid);
    }
    jws.setKey(by == null ? null : by.getPrivateKey());
    return jws.getCompactSerialization();
  }

  JwtClaims claims(Consumer<JwtClaims> change) {
    var claims = new JwtClaims();
    claims.setIssuer(address().toString());
    claims.setAudience("web");
    claims.setSubject("10987654321");
    claims.setIssuedAt(at(0));
    claims.setExpirationTime(at(600));
    claims.setStringClaim("nonce", NONCE);
    claims.setStringClaim("email", "kim@gmail.com");
    claims.setClaim("email_verified", true);
    claims.setStringClaim("name", "김오점");
    change.accept(claims);
    return claims;
  }

  static NumericDate at(int seconds) {
    return NumericDate.fromSeconds(NOW.plusSeconds(seconds).getEpochSecond());
  }

  static RsaJsonWebKey key(String kid) {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(kid);
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
