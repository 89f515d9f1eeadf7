package com.ojeomneo.social;

import static com.ojeomneo.social.Issuer.ANOTHER;
import static com.ojeomneo.social.Issuer.KEY;
import static com.ojeomneo.social.Issuer.NONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.problem.Problem;
import java.time.Duration;
import java.util.UUID;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The keys of an issuer are fetched when they are needed, and not more often. */
class IdTokenKeysTest {
  private final Issuer issuer = Issuer.start();

  @AfterEach
  void stop() {
    issuer.stop();
  }

  /** The keys are the right ones, but somebody else hands them out. */
  @Test
  void keysAreNotFetchedFromWhereARedirectLeads() {
    issuer.redirects();
    assertThatThrownBy(
            () -> issuer.tokens(Provider.GOOGLE).verify(issuer.signed(KEY, claims -> {}), NONCE))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(SocialProblem.PROVIDER_AWAY));
    assertThat(issuer.fetches()).isPositive();
  }

  @Test
  void keysAreFetchedOnceAndAgainForANewOne() {
    IdTokens tokens = issuer.tokens(Provider.GOOGLE, Duration.ZERO);
    tokens.verify(issuer.signed(KEY, claims -> {}), NONCE);
    tokens.verify(issuer.signed(KEY, claims -> {}), NONCE);
    assertThat(issuer.fetches()).isEqualTo(1);
    issuer.publishes(ANOTHER, KEY);
    tokens.verify(issuer.signed(ANOTHER, claims -> {}), NONCE);
    tokens.verify(issuer.signed(KEY, claims -> {}), NONCE);
    assertThat(issuer.fetches()).isEqualTo(2);
  }

  @Test
  void keysThatNobodyHasAreNotAskedForAgainAndAgain() {
    IdTokens tokens = issuer.tokens(Provider.GOOGLE, Duration.ofMinutes(1));
    for (int i = 0; i < 5; i++) {
      RsaJsonWebKey unknown = Issuer.key(UUID.randomUUID().toString());
      assertThatThrownBy(() -> tokens.verify(issuer.signed(unknown, claims -> {}), NONCE))
          .isInstanceOf(Problem.class);
    }
    assertThat(issuer.fetches()).isEqualTo(1);
  }

  @Test
  void keptKeysOutlastTheIssuer() {
    IdTokens tokens = issuer.tokens(Provider.GOOGLE, Duration.ofMinutes(1));
    tokens.verify(issuer.signed(KEY, claims -> {}), NONCE);
    issuer.stop();
    tokens.verify(issuer.signed(KEY, claims -> {}), NONCE);
  }

  @Test
  void withoutKeysTheProviderIsAway() {
    issuer.stop();
    assertThatThrownBy(
            () -> issuer.tokens(Provider.GOOGLE).verify(issuer.signed(KEY, claims -> {}), NONCE))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(SocialProblem.PROVIDER_AWAY));
  }
}
