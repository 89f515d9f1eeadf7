package com.ojeomneo.user;

import com.ojeomneo.platform.security.AccessTokens;
import java.time.Duration;

/**
 * What a log-in gives.
 *
 * @param expiresIn seconds until the access token expires
 */
public record Tokens(
    String accessToken, String refreshToken, String tokenType, long expiresIn, User user) {
  /** For how long a refresh token can be exchanged. */
  public static final Duration REFRESH_LIFETIME = Duration.ofDays(30);

  Tokens(String accessToken, String refreshToken, User user) {
    this(accessToken, refreshToken, "Bearer", AccessTokens.LIFETIME.toSeconds(), user);
  }

  /** Without the tokens: records find their way into logs. */
  @Override
  public String toString() {
    return "Tokens[user=" + user.id() + "]";
  }
}
