package com.ojeomneo.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final String ONE = key(1);
  private static final String TWO = key(2);

  private final UUID owner = UUID.randomUUID();
  private final byte[] secret = "20 bytes of a secret".getBytes();

  @Test
  void whatWasClosedOpensAndNeverLooksTheSameTwice() {
    byte[] sealed = seal(ONE).close(owner, secret);
    assertThat(sealed).hasSize(52);
    assertThat(seal(ONE).open(owner, sealed)).isEqualTo(secret);
    assertThat(seal(ONE).close(owner, secret)).isNotEqualTo(sealed);
  }

  @Test
  void keysTakeTurns() {
    byte[] sealed = seal(ONE).close(owner, secret);
    Seal rotated = seal(TWO + ", " + ONE);
    assertThat(rotated.open(owner, sealed)).isEqualTo(secret);
    assertThat(rotated.isOfToday(sealed)).isFalse();
    assertThat(rotated.isOfToday(rotated.close(owner, secret))).isTrue();
    assertThat(seal(TWO).open(owner, rotated.close(owner, secret))).isEqualTo(secret);
  }

  @Test
  void aMissingKeyIsNamedByItsSetting() {
    byte[] sealed = seal(ONE).close(owner, secret);
    assertThatThrownBy(() -> seal(TWO).open(owner, sealed))
        .isInstanceOf(BrokenSeal.class)
        .hasMessageContaining("SOME_KEYS")
        .hasMessageContaining(owner.toString());
  }

  @Test
  void nobodyElseOpensIt() {
    byte[] sealed = seal(ONE).close(owner, secret);
    UUID other = UUID.randomUUID();
    assertThatThrownBy(() -> seal(ONE).open(other, sealed)).isInstanceOf(BrokenSeal.class);
  }

  @Test
  void aChangedByteBreaksIt() {
    byte[] sealed = seal(ONE).close(owner, secret);
    for (int i = 4; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> seal(ONE).open(owner, changed)).isInstanceOf(BrokenSeal.class);
    }
  }

  private static Seal seal(String keys) {
    return new Seal(SecretKeys.parse(keys), "SOME_KEYS");
  }

  private static String key(int filling) {
    var key = new byte[32];
    Arrays.fill(key, (byte) filling);
    return Base64.getEncoder().encodeToString(key);
  }
}
