package com.ojeomneo.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {
  private static final String EMAIL = "Jimin.Kim@example.com";

  @Test
  void theThreeThousandCommonestThatAreLongEnoughAreRefused() throws IOException {
    List<String> longEnough =
        StandardDictionaries.PASSWORDS_LOADER.load().getRankedDictionary().keySet().stream()
            .filter(password -> password.length() >= 8)
            .toList();
    assertThat(longEnough)
        .hasSizeGreaterThan(3000)
        .allMatch(password -> CommonPasswords.areThose(password, EMAIL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "PassWord",
        "12345678",
        "password123!",
        "!sunshine26",
        "ojeomneo",
        "Ojeomneo2026!",
        "오점너오점너123",
        "\u110B\u1169\u110C\u1165\u11B7\u1102\u1165 2026!",
        "점심점심1234",
        "jimin.kim",
        "Jimin.Kim99",
        "jimin.kimjimin.kim",
        "jimin.kim@example.com"
      })
  void whatIsTriedFirstIsRefused(String password) {
    assertThat(CommonPasswords.areThose(password, EMAIL)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse",
        "점심 뭐 먹지 1!",
        "password of the tests only",
        "sunshine on my lunch",
        "ojeomneo-9f2c-77ab-1d",
        "jimin.kim likes soup",
        "🍚🍚🍚🍚🍚🍚🍚🍚",
        "        "
      })
  void whatOthersWouldNotGuessIsTaken(String password) {
    assertThat(CommonPasswords.areThose(password, EMAIL)).isFalse();
  }

  /** Everybody has one of these letters in their password. */
  @Test
  void anAddressOfOneLetterRefusesNothing() {
    assertThat(CommonPasswords.areThose("aaab-aaab-aaab", "a@example.com")).isFalse();
  }

  @Test
  void theLongestPasswordIsLookedUpAtOnce() {
    String longest = "🍚a".repeat(128);
    CommonPasswords.areThose(longest, EMAIL);
    long began = System.nanoTime();
    for (int i = 0; i < 1_000; i++) {
      CommonPasswords.areThose(longest, EMAIL);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
  }
}
