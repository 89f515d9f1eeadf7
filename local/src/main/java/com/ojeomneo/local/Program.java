package com.ojeomneo.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What to run as a child, and how to end it.
 *
 * @param name of its log file and its prefix on the terminal
 * @param environment whole: nothing is inherited but {@link Surroundings}
 * @param patience how long it may take to stop before it is killed
 * @param shown which of its lines reach the terminal; all of them are in the log
 */
record Program(
    String name,
    List<String> command,
    Map<String, String> environment,
    StopSignal stopSignal,
    Duration patience,
    Predicate<String> shown) {

  Program(String name, List<String> command, Map<String, String> environment) {
    this(name, command, environment, StopSignal.TERM, Duration.ofSeconds(20), line -> true);
  }

  Program stoppedBy(StopSignal signal, Duration patience) {
    return new Program(name, command, environment, signal, patience, shown);
  }

  Program showing(Predicate<String> lines) {
    return new Program(name, command, environment, stopSignal, patience, lines);
  }
}
