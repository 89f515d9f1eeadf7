package com.ojeomneo.platform.ratelimit;

import com.ojeomneo.platform.http.Requests;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules as they are configured, by name: {@code ojeomneo.rate-limit.{name}.limit}. */
@ConfigMapping(prefix = "ojeomneo.rate-limit")
interface RateLimits {
  @WithParentName
  Map<String, Limit> byName();

  /** One rule; {@link Rule} checks it. */
  interface Limit {
    int limit();

    Duration window();

    Per per();

    /** Patterns of {@link Requests}; not for {@link Per#SUBJECT}, which a resource asks for. */
    Optional<List<String>> requests();

    /** Patterns of {@link Requests} that the rule leaves out. */
    Optional<List<String>> except();
  }

  /** Whose requests are counted together. */
  enum Per {
    /** The user of a good access token, else the address. */
    CALLER,
    ADDRESS,
    /** What a resource names, such as the account that somebody wants to log in to. */
    SUBJECT
  }
}
