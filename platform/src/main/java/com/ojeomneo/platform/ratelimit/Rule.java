package com.ojeomneo.platform.ratelimit;

import com.ojeomneo.platform.http.Requests;
import com.ojeomneo.platform.ratelimit.RateLimits.Per;
import java.time.Duration;
import java.util.List;

/**
 * At most {@code limit} requests of one caller in a window.
 *
 * @param policy the {@code RateLimit-Policy} of its answers
 */
record Rule(
    String name, int limit, long windowMillis, Per per, Requests in, Requests out, String policy) {
  private static final int SHARES = 20;

  /**
   * @throws IllegalArgumentException naming the setting that is wrong
   */
  static Rule of(String name, RateLimits.Limit limit) {
    require(name, "limit must be at least 1", limit.limit() >= 1);
    require(
        name,
        "window must be whole seconds",
        limit.window().compareTo(Duration.ofSeconds(1)) >= 0 && limit.window().getNano() == 0);
    require(
        name,
        "requests must be set, unless it is per SUBJECT",
        limit.requests().isPresent() != (limit.per() == Per.SUBJECT));
    return new Rule(
        name,
        limit.limit(),
        limit.window().toMillis(),
        limit.per(),
        Requests.of(limit.requests().orElse(List.of())),
        Requests.of(limit.except().orElse(List.of())),
        "\"%s\";q=%d;w=%d".formatted(name, limit.limit(), limit.window().toSeconds()));
  }

  private static void require(String name, String what, boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("ojeomneo.rate-limit.%s.%s".formatted(name, what));
    }
  }

  boolean appliesTo(String method, String path) {
    return in.contain(method, path) && !out.contain(method, path);
  }

  /** How much of the limit a node takes at once; a limit too small to be shared goes by ones. */
  int share() {
    return Math.max(1, limit / SHARES);
  }

  /** Whether a node may allow a share before Redis has granted it. */
  boolean isLent() {
    return share() > 1;
  }
}
