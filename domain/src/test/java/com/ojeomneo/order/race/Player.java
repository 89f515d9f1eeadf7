package com.ojeomneo.order.race;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An act on its way through a run. Its state changes under the lock of the {@link Stage}. */
final class Player implements Pauses {
  /** What it is doing. */
  enum State {
    PAUSED,
    MOVING,
    /** For a lock that another act holds in PostgreSQL. */
    WAITING,
    DONE
  }

  final int number;
  final Act act;
  final RaceNode node;
  final Set<Integer> backends = ConcurrentHashMap.newKeySet();
  private final Stage stage;
  State state = State.MOVING;
  Step next;
  int steps;
  boolean killed;
  Throwable failure;

  Player(int number, Act act, RaceNode node, Stage stage) {
    this.number = number;
    this.act = act;
    this.node = node;
    this.stage = stage;
  }

  @Override
  public void before(Step step) {
    stage.pause(this, step);
  }

  @Override
  public void connected(int backend) {
    stage.requireAlive(this);
    backends.add(backend);
  }

  @Override
  public void disconnected(int backend) {
    backends.remove(backend);
  }

  @Override
  public Grain grain() {
    return stage.grain();
  }
}
