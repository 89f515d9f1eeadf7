package com.ojeomneo.platform.push;

import java.time.Duration;

/** What those who deliver made of a message. */
public sealed interface Outcome {
  record Sent() implements Outcome {}

  /** There is no such device any more. */
  record Gone() implements Outcome {}

  /** This message is not wanted, and will not be the next time. */
  record Refused() implements Outcome {}

  /**
   * Not now.
   *
   * @param atLeast how long they asked to be left alone; zero when they said nothing of it
   */
  record Failed(Duration atLeast) implements Outcome {}
}
