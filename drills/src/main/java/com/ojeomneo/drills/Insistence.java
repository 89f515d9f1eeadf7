package com.ojeomneo.drills;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/**
 * Asks until there is an answer, as an app does whose connection comes and goes: the same request
 * with the same key, after a pause.
 *
 * @param over whether nobody waits any more
 */
record Insistence(Counts counts, BooleanSupplier over) {
  private static final int SHORTEST_PAUSE_MILLIS = 50;
  private static final int LONGEST_PAUSE_MILLIS = 700;

  @FunctionalInterface
  interface Request<T> {
    T send() throws IOException, InterruptedException;
  }

  /** The drill ended before there was an answer. */
  static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unanswered(String last) {
      super("no answer to the end; last: " + last);
    }
  }

  /**
   * @throws Unanswered when the drill is over first
   */
  Api.Answer answer(Request<Api.Answer> request) throws InterruptedException {
    while (true) {
      Api.Answer answer = reach(request);
      if (answer.isFinal()) {
        return answer;
      }
      counts.again.increment();
      pause(answer.toString());
    }
  }

  /** Any answer at all. */
  <T> T reach(Request<T> request) throws InterruptedException {
    while (true) {
      try {
        return request.send();
      } catch (IOException lost) {
        counts.lost.increment();
        pause(lost.toString());
      }
    }
  }

  private void pause(String last) throws InterruptedException {
    if (over.getAsBoolean()) {
      throw new Unanswered(last);
    }
    Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
  }
}
