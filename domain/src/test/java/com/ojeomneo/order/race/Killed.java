package com.ojeomneo.order.race;

/** The end of a process in the middle of an act, for the one thread that notices. */
@SuppressWarnings("serial")
final class Killed extends Error {
  Killed() {
    super("killed", null, false, false);
  }
}
