package com.ojeomneo.platform.security;

import com.ojeomneo.platform.http.AccessLog;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.ratelimit.Callers;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The token that a request presents, verified once, whoever asks first: the limits, which want to
 * know the user, or the endpoint.
 */
@Singleton
public class PresentedToken implements Callers {
  private static final String KEY = PresentedToken.class.getName();
  private static final String SCHEME = "Bearer ";

  private final AccessTokens tokens;

  PresentedToken(AccessTokens tokens) {
    this.tokens = tokens;
  }

  /** At most one of them: a good token, or why it is none. */
  private record Verified(AccessToken token, Problem refusal) {}

  /** Else a signature is verified, some hundred microseconds. */
  @Override
  public boolean isAtHand(RoutingContext request) {
    if (request.get(KEY) != null) {
      return true;
    }
    String token = bearer(request);
    if (token == null) {
      verified(request);
      return true;
    }
    try {
      Optional<AccessToken> known = tokens.recall(token);
      known.ifPresent(t -> keep(new Verified(t, null), request));
      return known.isPresent();
    } catch (Problem refusal) {
      request.put(KEY, new Verified(null, refusal));
      return true;
    }
  }

  /** Whose token it is; empty when there is none, or it is not good. */
  @Override
  public Optional<UUID> user(RoutingContext request) {
    return Optional.ofNullable(verified(request).token()).map(AccessToken::userId);
  }

  /** Whether there is one that is not good. */
  public boolean isRefused(RoutingContext request) {
    return verified(request).refusal() != null;
  }

  /**
   * @return empty when there is none
   * @throws Problem 401 when it is not good
   */
  public Optional<AccessToken> require(RoutingContext request) {
    Verified verified = verified(request);
    if (verified.refusal() != null) {
      throw verified.refusal();
    }
    return Optional.ofNullable(verified.token());
  }

  private Verified verified(RoutingContext request) {
    Verified verified = request.get(KEY);
    if (verified == null) {
      verified = verify(request);
      keep(verified, request);
    }
    return verified;
  }

  private static void keep(Verified verified, RoutingContext request) {
    request.put(KEY, verified);
    if (verified.token() != null) {
      AccessLog.isOf(verified.token().userId(), request);
    }
  }

  private Verified verify(RoutingContext request) {
    if (!request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
      return new Verified(null, null);
    }
    String token = bearer(request);
    if (token == null) {
      return new Verified(null, Problem.of(CommonProblem.TOKEN_INVALID));
    }
    try {
      return new Verified(tokens.verify(token), null);
    } catch (Problem refusal) {
      return new Verified(null, refusal);
    }
  }

  /** Null without a header, or with another scheme. Two tokens are none. */
  private static String bearer(RoutingContext request) {
    List<String> lines = request.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    String header = lines.size() == 1 ? lines.getFirst() : String.join(",", lines);
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME.length()).strip()
        : null;
  }
}
