package com.ojeomneo.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.ratelimit.RateLimits.Per;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Optional<List<String>> ALL = Optional.of(List.of("/*"));

  @Test
  void saysItsPolicyInWholeSeconds() {
    assertThat(TestRule.perMinute(600).rule().policy()).isEqualTo("\"test\";q=600;w=60");
  }

  @Test
  void aTwentiethIsTakenAtOnceAndAtLeastOne() {
    assertThat(TestRule.perMinute(600).rule().share()).isEqualTo(30);
    assertThat(TestRule.perMinute(10).rule().share()).isEqualTo(1);
    assertThat(TestRule.perMinute(1).rule().share()).isEqualTo(1);
  }

  @Test
  void leavesOutWhatIsExcepted() {
    var rule = new TestRule(1, MINUTE, Per.ADDRESS, ALL, Optional.of(List.of("/health*"))).rule();
    assertThat(rule.appliesTo("GET", "/health/live")).isFalse();
    assertThat(rule.appliesTo("GET", "/menus")).isTrue();
  }

  @Test
  void aWrongSettingIsNamed() {
    refused(TestRule.perMinute(0), "ojeomneo.rate-limit.test.limit must be at least 1");
    refused(TestRule.of(1, Duration.ofMillis(1500)), "ojeomneo.rate-limit.test.window must be");
    refused(
        new TestRule(1, MINUTE, Per.CALLER, Optional.empty(), Optional.empty()),
        "ojeomneo.rate-limit.test.requests must be set");
    refused(
        new TestRule(1, MINUTE, Per.SUBJECT, ALL, Optional.empty()),
        "ojeomneo.rate-limit.test.requests must be set");
  }

  private static void refused(TestRule setting, String message) {
    assertThatThrownBy(setting::rule).hasMessageStartingWith(message);
  }
}
