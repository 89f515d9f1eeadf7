package com.ojeomneo.server.auth;

import com.ojeomneo.platform.security.SigningKeys;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * {@code /.well-known/jwks.json}: what whoever trusts our access tokens verifies them with. A new
 * key stands here before it signs, an old one until its last token has expired.
 */
@Singleton
class PublishedKeys {
  private static final String MINUTES = "public, max-age=300";

  private final String keys;

  PublishedKeys(SigningKeys keys) {
    this.keys = keys.published();
  }

  void register(@Observes Router router) {
    router
        .get("/.well-known/jwks.json")
        .handler(
            request ->
                request
                    .response()
                    .putHeader("Content-Type", "application/jwk-set+json")
                    .putHeader("Cache-Control", MINUTES)
                    .end(keys));
  }
}
