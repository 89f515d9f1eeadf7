package com.ojeomneo.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Passwords passwords = new Passwords(metrics);

  @AfterEach
  void close() {
    passwords.close();
  }

  @Test
  void aHashIsAPhcStringWithItsParameters() {
    assertThat(passwords.hash("correct horse"))
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[\\w+/]{22}\\$[\\w+/]{43}");
  }

  @Test
  void theSamePasswordIsHashedDifferentlyEachTime() {
    assertThat(passwords.hash("correct horse")).isNotEqualTo(passwords.hash("correct horse"));
  }

  @Test
  void onlyThePasswordItselfMatches() {
    var hash = Optional.of(passwords.hash("점심 뭐 먹지"));
    assertThat(passwords.matches("점심 뭐 먹지", hash)).isTrue();
    assertThat(passwords.matches("점심 뭐 먹지?", hash)).isFalse();
    assertThat(passwords.matches("", hash)).isFalse();
  }

  @Test
  void aHashMadeWithOtherParametersStillMatches() {
    // From the reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1
    String reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertThat(passwords.matches("password", Optional.of(reference))).isTrue();
  }

  @Test
  void anUnknownAddressCostsAHashToo() {
    assertThat(passwords.matches("anything", Optional.empty())).isFalse();
    assertThat(metrics.get("ojeomneo_password_hash").timer().count()).isOne();
  }

  @Test
  void whoWouldWaitTooLongIsAskedToComeBack() throws Exception {
    var busy = new Passwords(metrics, 4);
    var attempts = new ArrayList<Callable<Optional<Problem>>>();
    for (int i = 0; i < 12; i++) {
      attempts.add(() -> attempt(busy));
    }
    try (var callers = Executors.newFixedThreadPool(attempts.size())) {
      List<Problem> refused =
          callers.invokeAll(attempts).stream()
              .map(Future::resultNow)
              .flatMap(Optional::stream)
              .toList();
      assertThat(refused).isNotEmpty();
      assertThat(refused)
          .allSatisfy(
              problem -> {
                assertThat(problem.code()).isEqualTo(CommonProblem.UNAVAILABLE);
                assertThat(problem.retryAfter()).isPresent();
              });
      assertThat(metrics.get("ojeomneo_password_refused").counter().count())
          .isEqualTo(refused.size());
      assertThat(metrics.get("ojeomneo_password_hash").timer().count())
          .isEqualTo(attempts.size() - refused.size());
    }
    assertThat(metrics.get("ojeomneo_password_waiting").gauge().value()).isZero();
  }

  private static Optional<Problem> attempt(Passwords busy) {
    try {
      busy.hash("correct horse");
      return Optional.empty();
    } catch (Problem refused) {
      return Optional.of(refused);
    }
  }
}
