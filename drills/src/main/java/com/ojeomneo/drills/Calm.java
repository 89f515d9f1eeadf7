package com.ojeomneo.drills;

import com.ojeomneo.local.books.Check;
import com.ojeomneo.local.books.Difference;
import com.ojeomneo.local.books.Passage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** After the lunch hour: nothing goes wrong any more, and what is under way comes to its end. */
final class Calm {
  private static final Duration TO_SETTLE = Duration.ofSeconds(120);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final int LOOKS_BETWEEN_WORDS = 10;

  private final Passage passage;
  private final Trouble trouble;
  private final BooleanSupplier guestsAreDone;
  private final Consumer<String> tell;

  Calm(Passage passage, Trouble trouble, BooleanSupplier guestsAreDone, Consumer<String> tell) {
    this.passage = passage;
    this.trouble = trouble;
    this.guestsAreDone = guestsAreDone;
    this.tell = tell;
  }

  /** Returns when all is settled; a difference says what is not, though it had the time. */
  List<Check> await() throws IOException, InterruptedException {
    // Calls that the sandbox sits on come to their end, too: see Passage.ofWaits.
    Thread.sleep(Trouble.LONGEST_HANG.plusSeconds(1));
    long end = System.nanoTime() + TO_SETTLE.toNanos();
    for (int looks = 1; ; looks++) {
      String waiting = waiting();
      if (waiting.isEmpty()) {
        tell.accept("모두 정리됨 · all is settled");
        return List.of(new Check("남은 일 없음 · nothing is left open", 1, List.of()));
      }
      if (System.nanoTime() > end) {
        return List.of(
            new Check(
                "남은 일 없음 · nothing is left open",
                1,
                List.of(new Difference("after " + TO_SETTLE.toSeconds() + " s", waiting))));
      }
      if (looks % LOOKS_BETWEEN_WORDS == 0) {
        tell.accept("정리 중 · settling: " + waiting);
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  private String waiting() throws IOException, InterruptedException {
    passage.ofWaits();
    if (!guestsAreDone.getAsBoolean()) {
      return "customers wait for answers";
    }
    passage.ofTimeToPay(Integer.MAX_VALUE);
    int webhooks = trouble.flush();
    return webhooks > 0 ? webhooks + " webhooks" : passage.unsettled();
  }
}
