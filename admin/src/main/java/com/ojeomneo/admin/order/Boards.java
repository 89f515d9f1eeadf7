package com.ojeomneo.admin.order;

import static com.ojeomneo.schema.jooq.Tables.STORES;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.admin.session.OpenSessions;
import com.ojeomneo.admin.session.SignedIn;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.order.Acceptance;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.outbox.OutboxFeed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * The boards that are open on this node. The outbox says what changed, on whatever node; it is read
 * once here, by one job, and told to all boards, so that no board hears of an order's past after
 * its present.
 */
@Singleton
class Boards {
  private static final Logger LOG = Logger.getLogger(Boards.class);

  /** An ended session is over, and a lost role out of reach, within a second. */
  private static final Duration SESSION_CHECK = Duration.ofMillis(400);

  private static final int SHORTEST_PAUSE_MILLIS = 1000;
  private static final int LONGEST_PAUSE_MILLIS = 3000;

  private final Database database;
  private final OpenSessions sessions;
  private final ObjectMapper json;
  private final Clock clock;
  private final Counter told;
  private final Counter dropped;
  private final Set<Board> open = ConcurrentHashMap.newKeySet();
  private final BoardChanges changes;
  private volatile boolean leaving;

  Boards(
      Database database,
      OpenSessions sessions,
      ObjectMapper json,
      Clock clock,
      MeterRegistry metrics) {
    this.database = database;
    this.sessions = sessions;
    this.json = json;
    this.clock = clock;
    this.changes = new BoardChanges(json);
    this.told = metrics.counter("ojeomneo_admin_board_changes");
    this.dropped = metrics.counter("ojeomneo_admin_board_dropped");
    metrics.gauge("ojeomneo_admin_board_open", open, Set::size);
  }

  void begin(@Observes StartupEvent start, OutboxFeed outbox, BackgroundJobs jobs) {
    Runnable wake = jobs.every(Duration.ofSeconds(1), "board", this::tellChanges);
    changes.follow(outbox, wake, open::isEmpty);
    jobs.every(SESSION_CHECK, "board-sessions", this::endStaleAndBeat);
  }

  /** Shows the board what there is, and from then on what changes. */
  void open(Board board) {
    // Known to the changes before it reads, so that none falls in between.
    open.add(board);
    Snapshot snapshot = snapshot(board.reach());
    board.begin(snapshot, write(snapshot));
    if (leaving) {
      sendAway(board);
    }
  }

  void close(Board board) {
    open.remove(board);
  }

  /** How many of somebody's are open on this node. */
  int of(UUID staff) {
    return (int) open.stream().filter(b -> b.reader().member().id().equals(staff)).count();
  }

  private Snapshot snapshot(Reach reach) {
    Acceptance now = Acceptance.of(database.sql());
    return new Snapshot(
        clock.instant(),
        Snapshot.Settings.of(now),
        BoardShop.list(database.sql(), reach.covers(STORES.ID)),
        BoardOrders.live(database.sql(), reach, now));
  }

  private void tellChanges() {
    BoardChanges.Taken taken = changes.take();
    if (open.isEmpty() || taken.isEmpty()) {
      return;
    }
    try {
      Acceptance now = Acceptance.of(database.sql());
      if (taken.settings()) {
        // All that they count down to is to be shown anew.
        Snapshot.Settings settings = Snapshot.Settings.of(now);
        open.stream().filter(board -> !board.goesBy(settings)).forEach(Boards::sendAway);
      }
      read(taken, now).forEach(this::tell);
    } catch (RuntimeException e) {
      // A silent board would be believed. One that ends is opened again.
      open.forEach(Board::end);
      throw e;
    }
  }

  private List<News> read(BoardChanges.Taken taken, Acceptance acceptance) {
    var news = new ArrayList<News>();
    for (BoardOrder order : BoardOrders.all(database.sql(), taken.orders(), acceptance)) {
      news.add(new News.OfOrder(order, write(order)));
    }
    if (!taken.shops().isEmpty()) {
      for (BoardShop shop : BoardShop.list(database.sql(), STORES.ID.in(taken.shops()))) {
        news.add(new News.OfShop(shop, write(shop)));
      }
    }
    for (UUID shop : taken.menus()) {
      news.add(new News.OfMenus(shop, write(new BoardEvents.Menus(shop))));
    }
    return news;
  }

  private void tell(News news) {
    told.increment();
    for (Board board : open) {
      if (!board.tell(news)) {
        LOG.infof("the board of %s does not keep up and ends", board.reader());
        dropped.increment();
        open.remove(board);
        board.cut();
      }
    }
  }

  private void endStaleAndBeat() {
    List<Board> boards = List.copyOf(open);
    if (boards.isEmpty()) {
      return;
    }
    Set<SignedIn> in = sessions.among(boards.stream().map(Board::reader).toList());
    Instant now = clock.instant();
    for (Board board : boards) {
      if (in.contains(board.reader())) {
        board.heartbeat(now);
      } else {
        board.end();
      }
    }
  }

  void leave(@Observes ShutdownDelayInitiatedEvent stopping) {
    leaving = true;
    open.forEach(Boards::sendAway);
  }

  /** Each after a pause drawn by lot, or the other nodes would get them all at once. */
  private static void sendAway(Board board) {
    board.sendAway(
        Duration.ofMillis(
            ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS)));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
