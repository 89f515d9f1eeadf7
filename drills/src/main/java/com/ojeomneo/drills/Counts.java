package com.ojeomneo.drills;

import java.util.concurrent.atomic.LongAdder;

/** What has happened so far, for the eyes of whoever watches. */
final class Counts {
  final LongAdder placed = new LongAdder();
  final LongAdder soldOut = new LongAdder();
  final LongAdder paid = new LongAdder();
  final LongAdder declined = new LongAdder();
  final LongAdder cancelled = new LongAdder();
  final LongAdder tooLate = new LongAdder();

  /** Connections that broke or were refused before there was an answer. */
  final LongAdder lost = new LongAdder();

  /** Answers that say: ask again. */
  final LongAdder again = new LongAdder();

  final LongAdder replays = new LongAdder();
  final LongAdder moved = new LongAdder();
  final LongAdder events = new LongAdder();
  final LongAdder resumed = new LongAdder();

  /** Streams that ended with word of when to come back, and those that broke off. */
  final LongAdder sentAway = new LongAdder();

  final LongAdder cut = new LongAdder();
  final LongAdder webhooks = new LongAdder();
  final LongAdder hurried = new LongAdder();
  final LongAdder kills = new LongAdder();

  @Override
  public String toString() {
    return "주문 · placed %d, 결제 · paid %d, 취소 · cancelled %d, 가게 · moved %d, 재시도 · asked again %d, 강제 종료 · killed %d"
        .formatted(
            placed.sum(),
            paid.sum(),
            cancelled.sum(),
            moved.sum(),
            lost.sum() + again.sum(),
            kills.sum());
  }
}
