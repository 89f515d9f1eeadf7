package com.ojeomneo.order.race;

import java.time.Duration;

/**
 * Something that somebody does about a lunch.
 *
 * @param after how long after the order was placed, by the clock of the node that does it
 * @param request that it sends; null for what needs no key
 */
record Act(String name, Duration after, Request request, Deed deed) {
  /** May throw a {@link com.ojeomneo.platform.problem.Problem}: being refused is an end, too. */
  interface Deed {
    void run(RaceNode at, Lunch lunch);
  }

  Act(String name, Duration after, Deed deed) {
    this(name, after, null, deed);
  }

  Act at(Duration other) {
    return new Act(name, other, request, deed);
  }
}
