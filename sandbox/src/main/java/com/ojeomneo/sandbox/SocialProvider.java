package com.ojeomneo.sandbox;

import java.util.Locale;

/** A provider of log-ins that the sandbox stands in for, with the paths it documents. */
enum SocialProvider {
  KAKAO("/oauth/authorize", "/oauth/token", "/.well-known/jwks.json", "/v1/user/unlink"),
  GOOGLE("/o/oauth2/v2/auth", "/token", "/oauth2/v3/certs", null),
  APPLE("/auth/authorize", "/auth/token", "/auth/keys", "/auth/revoke");

  final String path = name().toLowerCase(Locale.ROOT);
  final String authorize;
  final String token;
  final String keys;

  /** Null where nothing is to be told of who leaves. */
  final String forget;

  SocialProvider(String authorize, String token, String keys, String forget) {
    this.authorize = authorize;
    this.token = token;
    this.keys = keys;
    this.forget = forget;
  }
}
