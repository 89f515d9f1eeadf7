package com.ojeomneo.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.platform.ratelimit.Allowance.Wish;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 100 a minute, in shares of 5; or 10 a minute, one by one. */
class AllowanceTest {
  private static final long MINUTE = 60_000;

  private final Allowance shared = new Allowance(TestRule.perMinute(100).rule());
  private final Allowance single = new Allowance(TestRule.perMinute(10).rule());
  private final List<Decision> later = new ArrayList<>();
  private long now = 1_000_000;

  @Test
  void beginsOnCreditAndAsksWhenHalfOfItIsGone() {
    spend(shared, 2);
    assertThat(shared.wish(now)).isNull();
    Decision third = spend(shared, 1);
    assertThat(third.remaining()).isEqualTo(97);
    assertThat(shared.wish(now)).isEqualTo(new Wish(1, 10, MINUTE));
  }

  @Test
  void paysItsCreditBackWithTheFirstShare() {
    spend(shared, 3);
    grant(shared, 10);
    assertThat(spend(shared, 1).remaining()).isEqualTo(96);
    // 6 are left: as many as it holds of what it took.
    spend(shared, 4);
    assertThat(shared.wish(now)).isEqualTo(new Wish(1, 5, MINUTE));
  }

  @Test
  void asksOnceUntilItIsAnswered() {
    spend(shared, 3);
    assertThat(shared.wish(now)).isNotNull();
    spend(shared, 2);
    assertThat(shared.wish(now)).isNull();
  }

  @Test
  void aSmallLimitGivesNoCredit() {
    assertThat(single.spend(now, later::add)).isNull();
    grant(single, 1);
    assertThat(later).singleElement().matches(Decision::allowed);
    assertThat(later.getFirst().remaining()).isEqualTo(9);
    assertThat(single.wish(now)).isNull();
  }

  @Test
  void thoseWhoWaitAreServedTogetherByTheNextAnswer() {
    for (int i = 0; i < 4; i++) {
      assertThat(single.spend(now, later::add)).isNull();
    }
    Wish four = single.wish(now);
    assertThat(four.amount()).isEqualTo(4);
    single.granted(now, four, 11, 30_000).forEach(Runnable::run);
    assertThat(later).extracting(Decision::allowed).containsExactly(true, true, true, false);
    assertThat(later).extracting(Decision::resetSeconds).containsOnly(30);
  }

  @Test
  void onceTheLimitIsReachedNobodyIsAskedUntilTheWindowEnds() {
    single.spend(now, later::add);
    grant(single, 11);
    Decision refused = single.spend(now, later::add);
    assertThat(refused.allowed()).isFalse();
    assertThat(refused.remaining()).isZero();
    assertThat(single.wish(now)).isNull();

    now += MINUTE;
    assertThat(single.spend(now, later::add)).isNull();
    assertThat(single.wish(now)).isNotNull();
  }

  @Test
  void creditThatOthersHadUsedUpIsTheOnlyExcess() {
    spend(shared, 5);
    Wish wish = shared.wish(now);
    shared.granted(now, wish, 110, MINUTE);
    assertThat(shared.spend(now, later::add).allowed()).isFalse();
  }

  @Test
  void theWindowIsRediss() {
    spend(shared, 3);
    shared.granted(now, shared.wish(now), 10, 2_000);
    assertThat(spend(shared, 1).resetSeconds()).isEqualTo(2);
    now += 2_000;
    assertThat(spend(shared, 1).remaining()).isEqualTo(99);
  }

  @Test
  void withoutRedisTheWholeLimitIsAllowedHere() {
    spend(shared, 3);
    shared.alone(now, shared.wish(now));
    assertThat(spend(shared, 97).remaining()).isZero();
    assertThat(shared.spend(now, later::add).allowed()).isFalse();
    assertThat(shared.wish(now)).isNull();
  }

  @Test
  void aRedisThatIsEmptiedAgainAndAgainRaisesNoLimitHere() {
    for (int i = 0; i < 10; i++) {
      assertThat(single.spend(now, later::add)).isNull();
      grant(single, 1);
    }
    assertThat(later).hasSize(10).allMatch(Decision::allowed);
    assertThat(later.getLast().remaining()).isZero();
    assertThat(single.spend(now, later::add).allowed()).isFalse();
  }

  @Test
  void anAnswerToTheLastWindowChangesNothingInThisOne() {
    spend(shared, 3);
    Wish old = shared.wish(now);
    now += MINUTE;
    spend(shared, 1);
    shared.granted(now, old, 100, MINUTE);
    assertThat(spend(shared, 1)).matches(Decision::allowed);
    assertThat(spend(shared, 1).remaining()).isEqualTo(97);
  }

  @Test
  void whoWaitedAcrossTheEndOfAWindowIsAskedForAgain() {
    single.spend(now, later::add);
    Wish old = single.wish(now);
    now += MINUTE;
    single.spend(now, later::add);
    single.granted(now, old, 11, MINUTE).forEach(Runnable::run);
    assertThat(later).isEmpty();
    assertThat(single.wish(now).amount()).isEqualTo(2);
  }

  @Test
  void aClockThatIsSetBackBeginsAWindow() {
    spend(shared, 5);
    shared.granted(now, shared.wish(now), 110, MINUTE);
    now -= 10 * MINUTE;
    assertThat(spend(shared, 1).remaining()).isEqualTo(99);
  }

  private Decision spend(Allowance allowance, int times) {
    Decision last = null;
    for (int i = 0; i < times; i++) {
      last = allowance.spend(now, later::add);
      assertThat(last).matches(Decision::allowed);
    }
    return last;
  }

  private void grant(Allowance allowance, long count) {
    allowance.granted(now, allowance.wish(now), count, MINUTE).forEach(Runnable::run);
  }
}
