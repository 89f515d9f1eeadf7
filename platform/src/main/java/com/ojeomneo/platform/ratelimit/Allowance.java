package com.ojeomneo.platform.ratelimit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * What this node may still allow one caller under one rule, in this window.
 *
 * <p>A window begins with a share on credit: nobody is asked. When half of what the node holds of a
 * share is gone, it asks Redis for the next one, and pays the credit back with it; requests wait
 * only when nothing is left before the answer. Redis says how much all nodes have taken and when
 * the window ends. Nodes that find the limit used up have allowed their credit too much, so that a
 * caller gets the limit, and at most a share more for each node that serves him. A rule whose share
 * is 1 gives no credit: each of its requests waits for Redis, and it is exact.
 *
 * <p>When Redis does not answer, the node allows the whole limit by itself until the window ends.
 */
final class Allowance {
  private final Rule rule;
  private final Queue<Consumer<Decision>> waiting = new ArrayDeque<>(0);
  private long endsAt;
  private int window;

  /** Allowed here in this window. */
  private int used;

  /** May be allowed without asking. */
  private int held;

  /** What of that Redis does not know of. */
  private int owed;

  /** What all nodes have taken of the limit, as last heard. */
  private int taken;

  /** Nothing more is to be had in this window. */
  private boolean exhausted;

  private boolean asking;

  Allowance(Rule rule) {
    this.rule = rule;
  }

  /**
   * What to ask Redis for.
   *
   * @param window to be handed back with the answer
   * @param restMillis how long the window lasts if Redis knows of none
   */
  record Wish(int window, int amount, long restMillis) {}

  /**
   * @param later called with the decision when it is not known now
   * @return null when Redis must be asked first
   */
  synchronized Decision spend(long now, Consumer<Decision> later) {
    if (isOver(now)) {
      begin(now);
    }
    if (held == 0 && !exhausted) {
      waiting.add(later);
      return null;
    }
    return decide(now);
  }

  /** Null when there is nothing to ask for now; else the caller asks, and hands in the answer. */
  synchronized Wish wish(long now) {
    boolean low = rule.isLent() && held <= rule.share() / 2;
    if (asking || exhausted || (waiting.isEmpty() && !low)) {
      return null;
    }
    asking = true;
    return new Wish(
        window, owed + Math.max(rule.share(), waiting.size()), Math.max(1, endsAt - now));
  }

  /**
   * @param count what all nodes have taken now, the wish included
   * @param restMillis until Redis forgets it
   * @return to be run: the decisions that waited for this
   */
  synchronized List<Runnable> granted(long now, Wish wish, long count, long restMillis) {
    asking = false;
    // Of a window that is over here: whatever was granted then is let go.
    if (wish.window() == window) {
      long before = count - wish.amount();
      int grant = Math.clamp(rule.limit() - before, 0, wish.amount());
      // A Redis that was emptied counts from the beginning; this node does not.
      held = Math.clamp(held + grant - owed, 0, rule.limit() - used);
      owed = 0;
      taken = Math.clamp(count, used + held, rule.limit());
      exhausted = taken == rule.limit();
      endsAt = now + restMillis;
    }
    return decideWaiting(now);
  }

  /** Redis is not there. */
  synchronized List<Runnable> alone(long now, Wish wish) {
    asking = false;
    if (wish.window() == window) {
      held = Math.max(0, rule.limit() - used);
      owed = 0;
      taken = rule.limit();
      exhausted = true;
    }
    return decideWaiting(now);
  }

  private List<Runnable> decideWaiting(long now) {
    var decided = new ArrayList<Runnable>(waiting.size());
    while (!waiting.isEmpty() && (held > 0 || exhausted)) {
      Consumer<Decision> later = waiting.remove();
      Decision decision = decide(now);
      decided.add(() -> later.accept(decision));
    }
    return decided;
  }

  private Decision decide(long now) {
    boolean allowed = held > 0;
    if (allowed) {
      held--;
      used++;
    }
    long seconds = Math.ceilDiv(endsAt - now, 1000L);
    return new Decision(rule, allowed, rule.limit() - taken + held, (int) Math.max(1, seconds));
  }

  /** Also when the clock was set back. */
  private boolean isOver(long now) {
    return now >= endsAt || endsAt - now > rule.windowMillis();
  }

  private void begin(long now) {
    window++;
    endsAt = now + rule.windowMillis();
    used = 0;
    held = rule.isLent() ? rule.share() : 0;
    owed = held;
    taken = held;
    exhausted = false;
  }
}
