package com.ojeomneo.bench;

import com.ojeomneo.local.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What processes have used so far, by the account that Linux keeps of each ({@code proc(5)}). */
final class CpuTime {
  /** USER_HZ, the same on every Linux that Java runs on. */
  private static final Duration TICK = Duration.ofMillis(10);

  private static final int USER = 11;
  private static final int SYSTEM = 12;

  private CpuTime() {}

  /** User and system time of all threads, to a hundredth of a second. */
  static Duration of(List<Long> processes) {
    return processes.stream().map(CpuTime::of).reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration of(long process) {
    try {
      String stat = Files.readString(Path.of("/proc/%d/stat".formatted(process)));
      // The name before it may hold anything.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return TICK.multipliedBy(Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]));
    } catch (IOException e) {
      throw new Refusal("no account of process %d: %s".formatted(process, e.getMessage()), e);
    }
  }
}
