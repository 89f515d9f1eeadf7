package com.ojeomneo.order.race;

import com.ojeomneo.order.race.Player.State;
import com.ojeomneo.platform.idempotency.LostLease;
import com.ojeomneo.platform.problem.Problem;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One run: moves one act at a time, from pause to pause. An act that has to wait in PostgreSQL for
 * a lock that another one holds is left there until the other has moved on.
 */
final class Stage {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final long LOOK_EVERY_MILLIS = 3;

  private final Lane lane;
  private final Grain grain;
  private final List<Player> players = new ArrayList<>();

  Stage(Lane lane, Grain grain) {
    this.lane = lane;
    this.grain = grain;
  }

  Grain grain() {
    return grain;
  }

  List<Player> players() {
    return players;
  }

  /** Brings every act to its first pause. */
  void begin(List<Act> acts, Lunch lunch) throws SQLException, InterruptedException {
    for (int i = 0; i < acts.size(); i++) {
      var player = new Player(i, acts.get(i), lane.node(i), this);
      players.add(player);
      player.node.clock.set(Lunch.PLACED_AT.plus(player.act.after()));
      player.node.pausing(player);
      Thread.ofVirtual().start(() -> play(player, lunch));
      settle();
    }
  }

  /** The acts that can be moved on. */
  List<Player> paused() {
    return players.stream().filter(p -> p.state == State.PAUSED).toList();
  }

  boolean isOver() {
    return players.stream().allMatch(p -> p.state == State.DONE);
  }

  /** Moves the act to its next pause, to its end, or into a wait for another one. */
  void move(Player player) throws SQLException, InterruptedException {
    synchronized (this) {
      player.steps++;
      player.state = State.MOVING;
      notifyAll();
    }
    settle();
  }

  /** Ends the act where it stands, as the end of its process would. */
  void kill(Player player) throws SQLException, InterruptedException {
    Set<Integer> backends;
    synchronized (this) {
      player.killed = true;
      backends = Set.copyOf(player.backends);
    }
    player.node.cut();
    lane.awaitGone(backends);
    synchronized (this) {
      player.state = State.MOVING;
      notifyAll();
    }
    settle();
  }

  void end() {
    players.forEach(player -> player.node.pausing(Pauses.NONE));
  }

  synchronized void requireAlive(Player player) {
    if (player.killed) {
      throw new Killed();
    }
  }

  synchronized void pause(Player player, Step step) {
    requireAlive(player);
    if (player.state == State.PAUSED) {
      throw new IllegalStateException(player.act.name() + " does two things at once");
    }
    player.next = step;
    player.state = State.PAUSED;
    notifyAll();
    try {
      while (player.state == State.PAUSED) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Killed();
    }
    requireAlive(player);
  }

  private void play(Player player, Lunch lunch) {
    try {
      player.act.deed().run(player.node, lunch);
    } catch (Problem | LostLease refused) {
      // An end as good as any.
    } catch (Throwable e) {
      player.failure = player.killed ? null : e;
    }
    synchronized (this) {
      player.state = State.DONE;
      player.next = null;
      notifyAll();
    }
  }

  /** Until nobody moves any more by themselves. */
  private void settle() throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE;
    do {
      while (anyMoving()) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(
              "an act neither ends nor waits for another: " + players());
        }
        synchronized (this) {
          if (anyMoving()) {
            wait(LOOK_EVERY_MILLIS);
          }
        }
        if (anyMoving() && players.size() > 1) {
          change(State.MOVING, State.WAITING, true);
        }
      }
      change(State.WAITING, State.MOVING, false);
    } while (anyMoving());
  }

  private synchronized boolean anyMoving() {
    return players.stream().anyMatch(p -> p.state == State.MOVING);
  }

  /** The lock table is exact: who has been given a lock no longer stands in it as waiting. */
  private void change(State from, State to, boolean ifWaiting) throws SQLException {
    List<Player> concerned;
    Set<Integer> backends;
    synchronized (this) {
      concerned = players.stream().filter(p -> p.state == from).toList();
      backends = concerned.stream().flatMap(p -> p.backends.stream()).collect(Collectors.toSet());
    }
    // Without a connection an act waits for nobody: it has what it waited for and is on its way.
    Set<Integer> waiting = backends.isEmpty() ? Set.of() : lane.waiting(backends);
    synchronized (this) {
      for (Player player : concerned) {
        boolean waits = player.backends.stream().anyMatch(waiting::contains);
        if (waits == ifWaiting && player.state == from) {
          player.state = to;
        }
      }
    }
  }
}
