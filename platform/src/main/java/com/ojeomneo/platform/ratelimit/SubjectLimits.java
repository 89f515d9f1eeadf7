package com.ojeomneo.platform.ratelimit;

import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.ratelimit.RateLimits.Per;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** For resources that know whom a request is about, such as the account to log in to. */
@Singleton
public class SubjectLimits {
  private final RateLimiter limiter;
  private final Map<String, Rule> rules;

  SubjectLimits(RateLimiter limiter) {
    this.limiter = limiter;
    this.rules =
        limiter.rules().stream()
            .filter(rule -> rule.per() == Per.SUBJECT)
            .collect(Collectors.toMap(Rule::name, Function.identity()));
  }

  /**
   * Counts the request; waits for Redis, some tens of milliseconds at most.
   *
   * @param rule the name of one that is per SUBJECT
   * @param subject kept and sent to Redis as a hash
   * @throws Problem 429 when it is one too many
   */
  public void count(String rule, String subject, RoutingContext request) {
    var later = new CompletableFuture<Decision>();
    Decision decision = limiter.decide(rules.get(rule), hash(subject), later::complete);
    if (decision == null) {
      decision = later.join();
    }
    decision.tell(request);
    if (!decision.allowed()) {
      throw decision.problem();
    }
  }

  private static String hash(String subject) {
    try {
      byte[] bytes = subject.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 18));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
