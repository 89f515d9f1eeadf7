package com.ojeomneo.local;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A child as it is written down, to be found again by a later launcher.
 *
 * @param startedAt epoch milliseconds; a process with the same pid but another start is a stranger
 */
record ChildRecord(String name, long pid, long startedAt, StopSignal stopSignal) {
  // The system derives start times from the time of boot, which moves when the clock is set.
  private static final Duration CLOCK_MOVES = Duration.ofSeconds(2);

  static ChildRecord of(Child child, StopSignal stopSignal) {
    ProcessHandle handle = child.handle();
    long startedAt = handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return new ChildRecord(child.name(), handle.pid(), startedAt, stopSignal);
  }

  /** The process itself if it still runs; never another one that got its pid. */
  @JsonIgnore
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
  }

  private boolean startedThen(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .filter(start -> Math.abs(start.toEpochMilli() - startedAt) <= CLOCK_MOVES.toMillis())
        .isPresent();
  }
}
