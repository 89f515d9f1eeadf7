package com.ojeomneo.user;

import com.ojeomneo.platform.background.Batch;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.secret.BrokenSeal;
import com.ojeomneo.platform.secret.Seal;
import com.ojeomneo.social.Forgetting;
import com.ojeomneo.social.SocialProviders;
import com.ojeomneo.user.IdentityUnlinks.Unlink;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells Kakao and Apple of who has left, as both demand; until they know, or a week is over. A node
 * that dies in between tells again: neither minds.
 */
public final class Unlinking {
  private static final Logger LOG = Logger.getLogger(Unlinking.class);

  /** Longer than a provider is waited for. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final int LONGEST_PAUSE_DOUBLINGS = 11;
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final int AT_ONCE = 10;

  private final Database database;
  private final SocialProviders providers;
  private final Optional<Seal> seal;
  private final Clock clock;
  private final MeterRegistry metrics;

  public Unlinking(
      Database database,
      SocialProviders providers,
      Optional<Seal> seal,
      Clock clock,
      MeterRegistry metrics) {
    this.database = database;
    this.providers = providers;
    this.seal = seal;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Tells what is due now. */
  public void tellDue() {
    Batch.each(
        IdentityUnlinks.takeDue(database.sql(), clock.instant(), LEASE, AT_ONCE), this::tell);
  }

  private void tell(Unlink unlink) {
    switch (forget(unlink)) {
      case DONE -> over(unlink, "done");
      case IMPOSSIBLE -> over(unlink, "impossible");
      case FAILED -> {
        if (unlink.createdAt().plus(LONGEST).isBefore(clock.instant())) {
          LOG.errorf("%s is given up after %d tries", unlink, unlink.tries());
          over(unlink, "given up");
        } else {
          metrics.counter("ojeomneo_unlink", "outcome", "failed").increment();
          IdentityUnlinks.tryAgainAt(
              database.sql(), unlink.id(), clock.instant().plus(pause(unlink.tries())));
        }
      }
    }
  }

  private Forgetting forget(Unlink unlink) {
    try {
      return providers.forget(
          unlink.provider(), unlink.subject(), unlink.clientId(), opened(unlink));
    } catch (BrokenSeal broken) {
      LOG.errorf("%s: %s", unlink, broken.getMessage());
      return Forgetting.FAILED;
    }
  }

  private String opened(Unlink unlink) {
    return unlink.sealed() == null || seal.isEmpty()
        ? null
        : new String(seal.get().open(unlink.userId(), unlink.sealed()), StandardCharsets.UTF_8);
  }

  private void over(Unlink unlink, String outcome) {
    metrics.counter("ojeomneo_unlink", "outcome", outcome).increment();
    IdentityUnlinks.remove(database.sql(), unlink.id());
  }

  private static Duration pause(int tries) {
    return FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, LONGEST_PAUSE_DOUBLINGS));
  }
}
