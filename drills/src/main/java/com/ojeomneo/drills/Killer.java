package com.ojeomneo.drills;

import com.ojeomneo.local.TemporaryStack;
import com.ojeomneo.local.TemporaryStack.Node;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Kills Servers in the middle of whatever they do and starts them again: one, the other, both at
 * once, now and then the sandbox as well.
 */
final class Killer {
  private static final int WITH_SANDBOX = 4;
  private static final int LONGEST_ABSENCE_MILLIS = 1500;

  private final TemporaryStack stack;
  private final List<Node> nodes;
  private final Trouble trouble;
  private final Counts counts;
  private final Random random;

  Killer(TemporaryStack stack, List<Node> nodes, Trouble trouble, Counts counts, Random random) {
    this.stack = stack;
    this.nodes = nodes;
    this.trouble = trouble;
    this.counts = counts;
    this.random = random;
  }

  /** Spreads the kills over the time; returns once all that was killed is ready again. */
  void kill(int times, Duration over) throws IOException, InterruptedException {
    long each = over.toMillis() / (times + 1);
    for (int i = 1; i <= times; i++) {
      Thread.sleep(each / 2 + random.nextLong(each));
      killSome(i % 3 == 0 ? nodes : List.of(nodes.get(random.nextInt(nodes.size()))));
      if (i % WITH_SANDBOX == 0) {
        stack.restartSandbox();
        trouble.begin();
      }
    }
  }

  private void killSome(List<Node> victims) throws InterruptedException {
    for (Node victim : victims) {
      victim.kill();
      counts.kills.increment();
    }
    Thread.sleep(random.nextInt(LONGEST_ABSENCE_MILLIS));
    for (Node victim : victims) {
      victim.start();
    }
  }
}
