package com.ojeomneo.order.race;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Acts that meet.
 *
 * @param withDeath at each pause but the first of each act its process may die; one a run
 */
record Race(String where, Scene scene, Grain grain, boolean withDeath, List<Act> acts) {
  static Race of(String where, Scene scene, Act... acts) {
    return new Race(where, scene, Grain.LOCKS, false, List.of(acts));
  }

  Race fine() {
    return new Race(where, scene, Grain.STATEMENTS, withDeath, acts);
  }

  Race coarse() {
    return new Race(where, scene, Grain.TRANSACTIONS, withDeath, acts);
  }

  Race withDeaths() {
    return new Race(where, scene, grain, true, acts);
  }

  boolean hasRequests() {
    return acts.stream().anyMatch(act -> act.request() != null);
  }

  @Override
  public String toString() {
    return acts.stream().map(Act::name).collect(Collectors.joining(" × "))
        + " · "
        + where
        + (withDeath ? ", one dies" : "");
  }
}
