package com.ojeomneo.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {
  private static final Instant SPENT = Instant.parse("2026-03-02T03:00:00Z");
  private static final UUID SUCCESSOR = UUID.randomUUID();

  @Test
  void theSameKeyWithin60SecondsIsARepeat() {
    assertThat(spent("key", SUCCESSOR).isRepeatedBy("key", SPENT)).isTrue();
    assertThat(spent("key", SUCCESSOR).isRepeatedBy("key", SPENT.plusMillis(59_999))).isTrue();
    assertThat(spent("key", SUCCESSOR).isRepeatedBy("key", SPENT.plusSeconds(60))).isFalse();
  }

  @Test
  void anotherKeyIsNot() {
    assertThat(spent("key", SUCCESSOR).isRepeatedBy("Key", SPENT)).isFalse();
    assertThat(spent("key", SUCCESSOR).isRepeatedBy(null, SPENT)).isFalse();
    assertThat(spent(null, SUCCESSOR).isRepeatedBy(null, SPENT)).isFalse();
  }

  @Test
  void aTokenThatWasReplacedCannotBeRepeated() {
    assertThat(spent("key", null).isRepeatedBy("key", SPENT)).isFalse();
  }

  @Test
  void aTokenExpiresAtItsLastInstant() {
    var token = spent(null, null);
    assertThat(token.hasExpiredAt(token.expiresAt().minusMillis(1))).isFalse();
    assertThat(token.hasExpiredAt(token.expiresAt())).isTrue();
  }

  private static RefreshToken spent(String key, UUID successor) {
    return new RefreshToken(
        UUID.randomUUID(), UUID.randomUUID(), SPENT, SPENT.plusSeconds(9), SPENT, key, successor);
  }
}
