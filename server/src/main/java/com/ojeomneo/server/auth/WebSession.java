package com.ojeomneo.server.auth;

import com.ojeomneo.user.Tokens;
import com.ojeomneo.user.User;

/**
 * What a log-in gives to a page: the refresh token is in a cookie that no script reads.
 *
 * @param expiresIn seconds until the access token expires
 */
record WebSession(String accessToken, String tokenType, long expiresIn, User user) {
  static WebSession of(Tokens tokens) {
    return new WebSession(
        tokens.accessToken(), tokens.tokenType(), tokens.expiresIn(), tokens.user());
  }

  /** Without the token: records find their way into logs. */
  @Override
  public String toString() {
    return "WebSession[user=" + user.id() + "]";
  }
}
