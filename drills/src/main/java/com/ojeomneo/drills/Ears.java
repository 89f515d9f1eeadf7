package com.ojeomneo.drills;

import static com.ojeomneo.schema.jooq.Tables.USERS;

import com.ojeomneo.local.books.Check;
import com.ojeomneo.local.books.Difference;
import com.ojeomneo.platform.database.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Customers' open streams, one each. */
final class Ears implements AutoCloseable {
  private static final Duration TO_BE_HEARD = Duration.ofSeconds(15);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Counts counts;
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private final Background listening = new Background();

  Ears(Counts counts) {
    this.counts = counts;
  }

  void open(Customer customer) {
    var watcher = new Watcher(customer, counts);
    watchers.add(watcher);
    listening.start(
        () -> {
          watcher.run();
          return null;
        });
  }

  /** Who has not heard of the newest event of theirs, though they had the time. */
  Check check(Database owner) throws InterruptedException {
    long end = System.nanoTime() + TO_BE_HEARD.toNanos();
    var sequences =
        owner
            .sql()
            .select(USERS.ID, USERS.ORDER_EVENT_SEQ)
            .from(USERS)
            .fetchMap(USERS.ID, USERS.ORDER_EVENT_SEQ);
    var deaf = new ArrayList<Difference>();
    for (Watcher watcher : watchers) {
      long newest = sequences.get(watcher.customer().id());
      while (watcher.last() < newest && System.nanoTime() < end) {
        Thread.sleep(BETWEEN_LOOKS);
      }
      if (watcher.last() != newest) {
        deaf.add(
            new Difference(
                watcher.customer().id().toString(),
                "heard up to event %d of %d".formatted(watcher.last(), newest)));
      }
    }
    return new Check("실시간 알림 · streams heard it all", watchers.size(), deaf);
  }

  @Override
  public void close() {
    watchers.forEach(Watcher::stop);
    listening.close();
  }
}
