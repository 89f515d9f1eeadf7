package com.ojeomneo.order.race;

import static com.ojeomneo.order.race.Acts.ACCEPT;
import static com.ojeomneo.order.race.Acts.ASK_BACK_HALF;
import static com.ojeomneo.order.race.Acts.ASK_BACK_OTHER_HALF;
import static com.ojeomneo.order.race.Acts.ASK_BACK_REST;
import static com.ojeomneo.order.race.Acts.ASK_BACK_SAME_HALF;
import static com.ojeomneo.order.race.Acts.CANCEL;
import static com.ojeomneo.order.race.Acts.CANCEL_ONCE;
import static com.ojeomneo.order.race.Acts.CHANGE;
import static com.ojeomneo.order.race.Acts.CHANGE_OTHERWISE;
import static com.ojeomneo.order.race.Acts.EXPIRE;
import static com.ojeomneo.order.race.Acts.LATE_CHARGE;
import static com.ojeomneo.order.race.Acts.LOOK;
import static com.ojeomneo.order.race.Acts.PAY;
import static com.ojeomneo.order.race.Acts.PAY_AGAIN;
import static com.ojeomneo.order.race.Acts.PAY_AT_TILL;
import static com.ojeomneo.order.race.Acts.PAY_BY_OTHER_CARD;
import static com.ojeomneo.order.race.Acts.PAY_ONCE;
import static com.ojeomneo.order.race.Acts.PLACE;
import static com.ojeomneo.order.race.Acts.PLACE_ONCE;
import static com.ojeomneo.order.race.Acts.RECONCILE;
import static com.ojeomneo.order.race.Acts.REFUND;
import static com.ojeomneo.order.race.Acts.TAKEN_OVER;
import static com.ojeomneo.order.race.Acts.TIME_OUT;
import static com.ojeomneo.order.race.Acts.WEBHOOK;
import static com.ojeomneo.order.race.Scene.ALL_ASKED_BACK;
import static com.ojeomneo.order.race.Scene.ANSWER_WILL_BE_AMBIGUOUS;
import static com.ojeomneo.order.race.Scene.ANSWER_WILL_BE_LOST;
import static com.ojeomneo.order.race.Scene.CANCELLED_AFTER_PAYMENT;
import static com.ojeomneo.order.race.Scene.CHARGED_IN_DOUBT;
import static com.ojeomneo.order.race.Scene.CHARGE_WILL_FAIL_AMBIGUOUSLY;
import static com.ojeomneo.order.race.Scene.HALF_ASKED_BACK;
import static com.ojeomneo.order.race.Scene.LAST_PORTION;
import static com.ojeomneo.order.race.Scene.NOT_CHARGED_IN_DOUBT;
import static com.ojeomneo.order.race.Scene.PAID;
import static com.ojeomneo.order.race.Scene.PAID_AT_TILL;
import static com.ojeomneo.order.race.Scene.PLACED;
import static com.ojeomneo.order.race.Scene.PLACED_AND_TOLD_OF;
import static com.ojeomneo.order.race.Scene.PLACED_WITH_BAD_CARD;
import static com.ojeomneo.order.race.Scene.SOLD_OUT;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However the steps of ordering, paying, cancelling, expiring, reconciling, refunding and webhooks
 * fall, there is one charge or none, one state, nobody's money kept, and stock and events add up.
 *
 * <p>A failure shows its schedule; {@code -Dschedule="0 1 1" -Drace="pay × cancel"} runs it again.
 */
@Execution(ExecutionMode.CONCURRENT)
class RacesTest {
  private static final int LANES = 2;

  /** A second node's lease on the same work, after the first one's has run out. */
  private static final Duration LEASE_LATER = Duration.ofMinutes(5);

  /** Refused payments and charges on ended orders are what these races are made of. */
  private static final Logger LOG = Logger.getLogger("com.ojeomneo");

  private static final BlockingQueue<Lane> FREE = new LinkedBlockingQueue<>();
  private static final Map<String, Integer> RUNS = new ConcurrentSkipListMap<>();
  private static final long BEGIN = System.nanoTime();

  static Stream<Race> pairs() {
    return Stream.of(
        Race.of("the last portion and place", LAST_PORTION, PLACE, PLACE).fine(),
        Race.of("one request, sent twice", LAST_PORTION, PLACE_ONCE, PLACE_ONCE).fine(),
        Race.of("the lease ran out", LAST_PORTION, PLACE_ONCE, PLACE_ONCE.at(TAKEN_OVER)),
        Race.of("the last portion and place", LAST_PORTION, PLACE_ONCE, PLACE),
        Race.of("one request, sent twice", PLACED, PAY_ONCE, PAY_ONCE),
        Race.of("the lease ran out", PLACED, PAY_ONCE, PAY_ONCE.at(TAKEN_OVER)),
        Race.of(
            "the card is refused, the lease ran out",
            PLACED_WITH_BAD_CARD,
            PAY_ONCE,
            PAY_ONCE.at(TAKEN_OVER)),
        Race.of("placed", PLACED, PAY_ONCE, CANCEL_ONCE),
        Race.of("placed", PLACED, PAY_ONCE, EXPIRE),
        Race.of("one request, sent twice", PAID, CANCEL_ONCE, CANCEL_ONCE),
        Race.of("the lease ran out", PAID, CANCEL_ONCE, CANCEL_ONCE.at(TAKEN_OVER)),
        Race.of("paid", PAID, CANCEL_ONCE, ACCEPT),
        Race.of("placed", PLACED, CANCEL_ONCE, EXPIRE),
        Race.of("nothing is left but what returns", SOLD_OUT, PLACE, CANCEL).fine(),
        Race.of("nothing is left but what returns", SOLD_OUT, PLACE, EXPIRE).fine(),
        Race.of("one key", PLACED, PAY, PAY_AGAIN),
        Race.of("two cards", PLACED, PAY, PAY_BY_OTHER_CARD),
        Race.of("the first card is refused", PLACED_WITH_BAD_CARD, PAY, PAY_BY_OTHER_CARD),
        Race.of("placed", PLACED, PAY, CANCEL),
        Race.of("placed", PLACED, PAY, EXPIRE),
        Race.of("the card is refused", PLACED_WITH_BAD_CARD, PAY, EXPIRE),
        Race.of("placed", PLACED, PAY, RECONCILE),
        Race.of("the card is refused", PLACED_WITH_BAD_CARD, PAY, RECONCILE),
        Race.of("placed", PLACED, PAY, WEBHOOK),
        Race.of("placed", PLACED, CANCEL, EXPIRE),
        Race.of("charged, in doubt", CHARGED_IN_DOUBT, CANCEL, RECONCILE),
        Race.of("not charged, in doubt", NOT_CHARGED_IN_DOUBT, CANCEL, RECONCILE),
        Race.of("charged, in doubt", CHARGED_IN_DOUBT, CANCEL, WEBHOOK),
        Race.of("paid", PAID, CANCEL, WEBHOOK),
        Race.of("charged, in doubt", CHARGED_IN_DOUBT, EXPIRE, RECONCILE),
        Race.of("not charged, in doubt", NOT_CHARGED_IN_DOUBT, EXPIRE, RECONCILE),
        Race.of("charged, in doubt", CHARGED_IN_DOUBT, EXPIRE, WEBHOOK),
        Race.of("charged, in doubt", CHARGED_IN_DOUBT, RECONCILE, RECONCILE),
        Race.of("the lease ran out", CHARGED_IN_DOUBT, RECONCILE, RECONCILE.at(LEASE_LATER)),
        Race.of(
            "the lease ran out, not charged",
            NOT_CHARGED_IN_DOUBT,
            RECONCILE,
            RECONCILE.at(LEASE_LATER)),
        Race.of("charged, in doubt", CHARGED_IN_DOUBT, RECONCILE, WEBHOOK),
        Race.of("charged, in doubt", CHARGED_IN_DOUBT, WEBHOOK, WEBHOOK).coarse(),
        Race.of("paid and cancelled", CANCELLED_AFTER_PAYMENT, REFUND, REFUND),
        Race.of("the lease ran out", CANCELLED_AFTER_PAYMENT, REFUND, REFUND.at(LEASE_LATER)),
        Race.of("paid and cancelled", CANCELLED_AFTER_PAYMENT, REFUND, WEBHOOK),
        Race.of("paid", PAID, ACCEPT, CANCEL),
        Race.of("paid", PAID, ACCEPT, TIME_OUT),
        Race.of("paid", PAID, CANCEL, TIME_OUT),
        Race.of("paid", PAID, ASK_BACK_HALF, CANCEL),
        Race.of("paid", PAID, ASK_BACK_REST, CANCEL),
        Race.of("one key", PAID, ASK_BACK_HALF, ASK_BACK_HALF),
        Race.of("one half", PAID, ASK_BACK_HALF, ASK_BACK_SAME_HALF).fine(),
        Race.of("two halves", PAID, ASK_BACK_HALF, ASK_BACK_OTHER_HALF),
        Race.of("paid", PAID, ASK_BACK_HALF, ASK_BACK_REST),
        Race.of("paid", PAID, ASK_BACK_HALF, WEBHOOK),
        Race.of("half asked back", HALF_ASKED_BACK, REFUND, CANCEL),
        Race.of("half asked back", HALF_ASKED_BACK, REFUND, ASK_BACK_OTHER_HALF),
        Race.of("half asked back", HALF_ASKED_BACK, REFUND, WEBHOOK),
        Race.of("the lease ran out", HALF_ASKED_BACK, REFUND, REFUND.at(LEASE_LATER)),
        Race.of("all asked back", ALL_ASKED_BACK, REFUND, ACCEPT),
        Race.of("all asked back", ALL_ASKED_BACK, REFUND, TIME_OUT),
        Race.of("placed", PLACED, PAY_AT_TILL, PAY_AT_TILL).fine(),
        Race.of("placed", PLACED, PAY_AT_TILL, PAY),
        Race.of("placed", PLACED, PAY_AT_TILL, CANCEL),
        Race.of("placed", PLACED, PAY_AT_TILL, EXPIRE),
        Race.of("not charged, in doubt", NOT_CHARGED_IN_DOUBT, PAY_AT_TILL, RECONCILE),
        Race.of("charged, in doubt", CHARGED_IN_DOUBT, PAY_AT_TILL, RECONCILE),
        Race.of("paid at the till", PAID_AT_TILL, CANCEL, TIME_OUT),
        Race.of("paid at the till", PAID_AT_TILL, CHANGE, CANCEL),
        Race.of("one key", PAID, CHANGE, CHANGE),
        Race.of("one portion", PAID, CHANGE, CHANGE_OTHERWISE),
        Race.of("paid", PAID, CHANGE, CANCEL),
        Race.of("paid", PAID, CHANGE, ACCEPT),
        Race.of("one portion", PAID, CHANGE, ASK_BACK_OTHER_HALF),
        Race.of("paid", PAID, CHANGE, ASK_BACK_REST),
        Race.of("half asked back", HALF_ASKED_BACK, CHANGE, REFUND));
  }

  static Stream<Race> pairsWhileTheProviderMisbehaves() {
    return Stream.of(ANSWER_WILL_BE_LOST, ANSWER_WILL_BE_AMBIGUOUS, CHARGE_WILL_FAIL_AMBIGUOUSLY)
        .flatMap(
            scene -> {
              String where =
                  scene == ANSWER_WILL_BE_LOST
                      ? "charged, then no answer"
                      : scene == ANSWER_WILL_BE_AMBIGUOUS
                          ? "charged, then an error"
                          : "not charged, and an error";
              return Stream.of(PAY_AGAIN, PAY_BY_OTHER_CARD, CANCEL, EXPIRE, RECONCILE, WEBHOOK)
                  .map(other -> Race.of(where, scene, PAY, other).coarse());
            });
  }

  static Stream<Race> triples() {
    return Stream.of(
            Race.of("nothing is left but what returns", SOLD_OUT, PLACE_ONCE, PLACE_ONCE, CANCEL),
            Race.of("nothing is left but what returns", SOLD_OUT, PLACE_ONCE, PLACE_ONCE, EXPIRE),
            Race.of("one request, sent twice", PLACED, PAY_ONCE, PAY_ONCE, CANCEL),
            Race.of("one request, sent twice", PLACED, PAY_ONCE, PAY_ONCE, EXPIRE),
            Race.of("one request, sent twice", PAID, CANCEL_ONCE, CANCEL_ONCE, ACCEPT),
            Race.of("placed", PLACED, PAY, CANCEL, RECONCILE),
            Race.of("placed", PLACED, PAY, EXPIRE, WEBHOOK),
            Race.of("placed", PLACED, PAY, CANCEL, WEBHOOK),
            Race.of("told of by a webhook", PLACED_AND_TOLD_OF, PAY, RECONCILE, LOOK),
            Race.of("charged, in doubt", CHARGED_IN_DOUBT, CANCEL, RECONCILE, REFUND),
            Race.of("half asked back", HALF_ASKED_BACK, REFUND, CANCEL, ASK_BACK_REST),
            Race.of("not charged, in doubt", NOT_CHARGED_IN_DOUBT, CANCEL, RECONCILE, LATE_CHARGE),
            Race.of("not charged, in doubt", NOT_CHARGED_IN_DOUBT, EXPIRE, RECONCILE, LATE_CHARGE))
        .map(Race::coarse);
  }

  static Stream<Race> pairsOfWhichOneDies() {
    return pairs().map(race -> race.hasRequests() ? race : race.coarse()).map(Race::withDeaths);
  }

  @BeforeAll
  static void open() throws Exception {
    LOG.setLevel(Level.OFF);
    // Acts that look after several things do so on threads of their own, which die with them.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> {
          if (!(e instanceof Killed)) {
            e.printStackTrace();
          }
        });
    for (int i = 0; i < LANES; i++) {
      FREE.add(new Lane());
    }
  }

  @AfterAll
  static void report() throws Exception {
    for (Lane lane : FREE) {
      lane.close();
    }
    LOG.setLevel(null);
    Thread.setDefaultUncaughtExceptionHandler(null);
    RUNS.forEach((race, runs) -> System.out.printf("%7d  %s%n", runs, race));
    System.out.printf(
        "%7d  interleavings in %d s%n",
        RUNS.values().stream().mapToInt(Integer::intValue).sum(),
        Duration.ofNanos(System.nanoTime() - BEGIN).toSeconds());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void twoActsInAnyOrder(Race race) throws Exception {
    everyRunEndsWell(race);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairsWhileTheProviderMisbehaves")
  void twoActsWhileTheProviderMisbehaves(Race race) throws Exception {
    everyRunEndsWell(race);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("triples")
  void threeActsInAnyOrder(Race race) throws Exception {
    everyRunEndsWell(race);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairsOfWhichOneDies")
  void twoActsOfWhichOneDiesAnywhere(Race race) throws Exception {
    everyRunEndsWell(race);
  }

  private static void everyRunEndsWell(Race race) throws Exception {
    assumeThat(race.toString()).contains(System.getProperty("race", ""));
    Lane lane = FREE.take();
    boolean clean = false;
    try {
      var explorer = new Explorer(lane, race);
      String schedule = System.getProperty("schedule");
      if (schedule != null) {
        explorer.only(schedule);
      } else {
        RUNS.put(race.toString(), explorer.everyRun());
      }
      clean = true;
    } finally {
      if (clean) {
        FREE.add(lane);
      } else {
        // What went wrong stays in its database: the next race gets another one.
        FREE.add(new Lane());
        lane.close();
      }
    }
  }
}
