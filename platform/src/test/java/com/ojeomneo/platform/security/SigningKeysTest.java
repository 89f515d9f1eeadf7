package com.ojeomneo.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.outbox.TestOutbox;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.redis.RealRedis;
import com.ojeomneo.platform.redis.RedisLink;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a roll-out of a new key goes through, node by node. */
class SigningKeysTest {
  private static TestOutbox postgres;
  private static RealRedis redis;
  private static RedisLink link;
  private static Revocations revocations;

  private final AccessToken token =
      new AccessToken(
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.SECONDS));

  @BeforeAll
  static void start() {
    postgres = new TestOutbox();
    redis = new RealRedis();
    link = redis.newLink();
    Clock clock = Clock.systemUTC();
    var metrics = new SimpleMeterRegistry();
    Database database = postgres.open("keys");
    revocations =
        new Revocations(
            database,
            RealRedis.subscription(link, new BackgroundJobs(metrics)),
            new Blacklist(link, clock, metrics),
            new ObjectMapper(),
            clock,
            metrics);
  }

  @AfterAll
  static void stop() {
    RealRedis.close(link);
    redis.close();
    postgres.close();
  }

  @Test
  void aRollOutOfANewKeyLogsNobodyOut() throws JoseException {
    var before = node("old");
    var halfway = node("old", "new");
    var after = node("new", "old");
    assertThat(halfway.verify(before.issue(token))).isEqualTo(token);
    assertThat(before.verify(halfway.issue(token))).isEqualTo(token);
    assertThat(halfway.verify(after.issue(token))).isEqualTo(token);
    assertThat(after.verify(halfway.issue(token))).isEqualTo(token);
  }

  @Test
  void aKeyThatWasTakenOutIsNone() throws JoseException {
    String old = node("old", "new").issue(token);
    assertThatThrownBy(() -> node("new").verify(old))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(CommonProblem.TOKEN_INVALID));
  }

  @Test
  void whatIsPublishedVerifiesAndSignsNothing() throws JoseException {
    String published = new SigningKeys(jwks("old", "new")).published();
    assertThat(new JsonWebKeySet(published).getJsonWebKeys())
        .extracting(key -> key.getKeyId())
        .containsExactly("old", "new");
    assertThat(published).doesNotContain("\"d\"");
  }

  private static AccessTokens node(String... kids) throws JoseException {
    return new AccessTokens(
        new SigningKeys(jwks(kids)), revocations, Clock.systemUTC(), "issuer", "audience");
  }

  private static String jwks(String... kids) throws JoseException {
    var keys = new JsonWebKeySet();
    for (String kid : kids) {
      keys.addJsonWebKey(key(kid));
    }
    return keys.toJson(OutputControlLevel.INCLUDE_PRIVATE);
  }

  private static final List<EllipticCurveJsonWebKey> KEYS = List.of(made("old"), made("new"));

  private static EllipticCurveJsonWebKey key(String kid) {
    return KEYS.stream().filter(key -> key.getKeyId().equals(kid)).findFirst().orElseThrow();
  }

  private static EllipticCurveJsonWebKey made(String kid) {
    try {
      var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(kid);
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
