package com.ojeomneo.order.race;

import com.ojeomneo.order.race.Player.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs a race in every order of its steps, depth first: each run repeats the beginning of the one
 * before up to the last fork that has a way not taken yet. Two steps that cannot notice each other
 * (one at the provider and one in the database, two that only read, one on a key that the other
 * does not have, the death of who holds no lock) are run in one of their two orders: a move stays
 * asleep until something has happened that it could notice (sleep sets, Godefroid 1996). Nobody
 * dies before a step that only reads: to die right after it is the same.
 */
final class Explorer {
  /**
   * One act makes its next step; or its process dies before it.
   *
   * @param key the request of the act; null for none
   */
  private record Move(int player, Step step, Request key, boolean dies) {
    boolean commutesWith(Move other) {
      if (player == other.player || (dies && other.dies)) {
        return false;
      }
      return leavesAlone(other) || other.leavesAlone(this) || step.commutesWith(other.step);
    }

    private boolean leavesAlone(Move other) {
      return dies ? !step.holds() : step.isOfKey() && key != other.key;
    }

    @Override
    public String toString() {
      return player + (dies ? "†" : "");
    }
  }

  /** A moment at which several moves are possible. */
  private static final class Fork {
    final List<Move> open;
    final List<Move> asleep;
    int taken;

    Fork(List<Move> open, List<Move> asleep) {
      this.open = open;
      this.asleep = asleep;
    }

    Move move() {
      return open.get(taken);
    }

    /** What need not be tried after the taken move: it was, or it will be, before it. */
    List<Move> asleepAfter() {
      var all = new ArrayList<>(asleep);
      all.addAll(open.subList(0, taken));
      return all.stream().filter(m -> m.commutesWith(move())).toList();
    }
  }

  private final Lane lane;
  private final Race race;
  private final List<Fork> path = new ArrayList<>();
  private int runs;

  Explorer(Lane lane, Race race) {
    this.lane = lane;
    this.race = race;
  }

  /**
   * @return how many different runs there are
   * @throws AssertionError with the schedule that led to it, when a run leaves something wrong
   */
  int everyRun() throws Exception {
    do {
      run();
    } while (toNextWay());
    return runs;
  }

  /**
   * Runs one schedule.
   *
   * @param schedule as a failure shows it: the number of the act that moves, with † if it dies
   */
  void only(String schedule) throws Exception {
    for (String move : schedule.split(" ")) {
      int player = Integer.parseInt(move.replace("†", ""));
      path.add(new Fork(List.of(new Move(player, null, null, move.endsWith("†"))), List.of()));
    }
    run();
  }

  private boolean toNextWay() {
    while (!path.isEmpty()) {
      Fork last = path.getLast();
      last.taken++;
      if (last.taken < last.open.size()) {
        return true;
      }
      path.removeLast();
    }
    return false;
  }

  private void run() throws Exception {
    Lunch lunch = race.scene().set(lane);
    var stage = new Stage(lane, race.grain());
    var story = new ArrayList<String>();
    try {
      stage.begin(race.acts(), lunch);
      boolean different = play(stage, story);
      stage.end();
      var replays = new Replays(lane, lunch);
      replays.send(race.acts());
      new Recovery(lane).run();
      if (different) {
        runs++;
        requireHealthy(stage);
        replays.check();
        new Books(lane, lunch).check();
      }
      lunch.clear(lane);
    } catch (AssertionError | RuntimeException wrong) {
      throw new AssertionError(
          "%s, after %d runs%nschedule %s%n  %s%n%s"
              .formatted(race, runs, schedule(), String.join("\n  ", story), wrong.getMessage()),
          wrong);
    }
  }

  /**
   * @return false when the rest of the run would repeat another one
   */
  private boolean play(Stage stage, List<String> story) throws Exception {
    boolean different = true;
    for (int depth = 0; !stage.isOver(); depth++) {
      if (depth == path.size() && different) {
        List<Move> asleep = depth == 0 ? List.of() : path.getLast().asleepAfter();
        List<Move> possible = possible(stage);
        List<Move> open = possible.stream().filter(m -> !asleep.contains(m)).toList();
        if (possible.isEmpty()) {
          throw new AssertionError("all wait for each other");
        }
        different = !open.isEmpty();
        if (different) {
          path.add(new Fork(open, asleep));
        }
      }
      Move move = different ? path.get(depth).move() : possible(stage).getFirst();
      Player player = stage.players().get(move.player());
      if (player.state != State.PAUSED) {
        throw new IllegalStateException("the run cannot be repeated: " + player.act.name());
      }
      story.add(player.act.name() + (move.dies() ? " dies before " : ": ") + player.next);
      if (move.dies()) {
        stage.kill(player);
      } else {
        stage.move(player);
      }
    }
    return different;
  }

  private List<Move> possible(Stage stage) {
    var moves = new ArrayList<Move>();
    stage.paused().forEach(p -> moves.add(new Move(p.number, p.next, p.act.request(), false)));
    if (race.withDeath() && stage.players().stream().noneMatch(p -> p.killed)) {
      stage.paused().stream()
          .filter(p -> p.steps > 0 && !p.next.reads())
          .forEach(p -> moves.add(new Move(p.number, p.next, p.act.request(), true)));
    }
    return moves;
  }

  private static void requireHealthy(Stage stage) {
    for (Player player : stage.players()) {
      if (player.failure != null) {
        throw new AssertionError(player.act.name() + " failed: " + player.failure, player.failure);
      }
    }
  }

  private String schedule() {
    return path.stream().map(f -> f.move().toString()).collect(Collectors.joining(" "))
        + IntStream.range(0, race.acts().size())
            .mapToObj(i -> i + " = " + race.acts().get(i).name())
            .collect(Collectors.joining(", ", "  (", ")"));
  }
}
