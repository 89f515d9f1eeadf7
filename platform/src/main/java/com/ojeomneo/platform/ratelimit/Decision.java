package com.ojeomneo.platform.ratelimit;

import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * What a rule says to one request.
 *
 * @param remaining how many more are allowed in this window, as far as this node knows
 * @param resetSeconds until the next window, at least 1
 */
record Decision(Rule rule, boolean allowed, int remaining, int resetSeconds) {
  private static final String KEY = Decision.class.getName();

  /**
   * Tells the client, in the headers of draft-ietf-httpapi-ratelimit-headers-11. Where several
   * rules apply to a request, only the one that is closest to its limit is told of.
   */
  void tell(RoutingContext request) {
    Decision told = request.get(KEY);
    if (told == null || isCloserThan(told)) {
      request.put(KEY, this);
      HttpServerResponse response = request.response();
      response.putHeader("RateLimit-Policy", rule.policy());
      response.putHeader(
          "RateLimit", "\"" + rule.name() + "\";r=" + remaining + ";t=" + resetSeconds);
    }
  }

  private boolean isCloserThan(Decision other) {
    return allowed == other.allowed ? remaining < other.remaining : !allowed;
  }

  /** The refusal, as the client gets it. */
  Problem problem() {
    return Problem.of(CommonProblem.TOO_MANY_REQUESTS).retryAfter(resetSeconds);
  }
}
