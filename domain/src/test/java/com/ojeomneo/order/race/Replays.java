package com.ojeomneo.order.race;

import static com.ojeomneo.platform.problem.CommonProblem.IDEMPOTENCY_KEY_REUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.idempotency.Answer;
import com.ojeomneo.platform.problem.Problem;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The customer's requests, sent again when nobody holds their keys any more: whoever died with one
 * has lost it by then.
 */
final class Replays {
  private static final Duration LEASE_OVER = Duration.ofSeconds(61);
  private static final int IN_DOUBT = 202;

  private final Lane lane;
  private final Lunch lunch;

  Replays(Lane lane, Lunch lunch) {
    this.lane = lane;
    this.lunch = lunch;
  }

  /** Does what was not done; what is refused as being under way would be so for ever. */
  void send(List<Act> after) {
    Duration last = after.stream().map(Act::after).max(Comparator.naturalOrder()).orElseThrow();
    lane.clock.set(Lunch.PLACED_AT.plus(last).plus(LEASE_OVER));
    for (Request request : lunch.sent()) {
      lunch.heard(request, request.send(lane.node, lunch));
    }
  }

  /** Once everything is settled: all answers are one answer, which is true, and was done once. */
  void check() {
    for (Request request : lunch.sent()) {
      Answer answer = request.send(lane.node, lunch);
      assertThat(answer.status()).as("%s is answered", request).isNotEqualTo(IN_DOUBT);
      assertThat(lunch.answersTo(request).stream().filter(a -> a.status() != IN_DOUBT))
          .as("answers to %s", request)
          .allMatch(answer::equals, "the same as the last: " + answer);
      int done = request.timesDone(lane.node.database.sql(), lunch);
      assertThat(done).as("%s done", request).isLessThanOrEqualTo(1);
      if (answer.status() < 300) {
        assertThat(done).as("%s done, as it was answered", request).isEqualTo(1);
      }
      assertThatThrownBy(() -> request.sendWithAnotherBody(lane.node, lunch))
          .isInstanceOfSatisfying(
              Problem.class, p -> assertThat(p.code()).isEqualTo(IDEMPOTENCY_KEY_REUSED));
    }
  }
}
