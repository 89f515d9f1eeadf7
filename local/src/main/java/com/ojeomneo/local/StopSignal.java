package com.ojeomneo.local;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How a process is asked to end. PostgreSQL's fast shutdown is INT; TERM would wait for clients.
 */
enum StopSignal {
  TERM,
  INT;

  private static final Duration AFTER_KILL = Duration.ofSeconds(5);

  /** Asks, waits, and kills what has not ended by then; returns once the process is gone. */
  void end(ProcessHandle process, Duration patience) {
    send(process);
    if (!gone(process, patience)) {
      process.destroyForcibly();
      gone(process, AFTER_KILL);
    }
  }

  private void send(ProcessHandle process) {
    if (this == TERM) {
      process.destroy();
      return;
    }
    try {
      // The shell's own kill: a slim system has no /bin/kill.
      new ProcessBuilder("/bin/sh", "-c", "kill -INT \"$1\"", "sh", String.valueOf(process.pid()))
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean gone(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      return !process.isAlive();
    }
  }
}
