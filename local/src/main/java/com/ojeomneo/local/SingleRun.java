package com.ojeomneo.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * One stack at a time per checkout: a lock on a file, which the system takes away from a process
 * however it ends. The file holds the pid of the launcher, the script that a person started.
 */
final class SingleRun {
  private static final Duration LAST_ONE_STOPS = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  // Held on to: a channel that nobody refers to is closed, and its lock with it.
  private static FileChannel claimed;

  private SingleRun() {}

  /**
   * Claims the checkout until this process ends. When the launcher that had it is dead, its stack
   * is stopping by itself: waits for that.
   *
   * @throws Refusal when another stack of this checkout runs
   */
  static void claim(Home home, long launcher) throws InterruptedException {
    long end = System.nanoTime() + LAST_ONE_STOPS.toNanos();
    try {
      claimed =
          FileChannel.open(
              home.lock(),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      while (claimed.tryLock() == null) {
        long other = launcherIn(home.lock());
        boolean alive = ProcessHandle.of(other).map(ProcessHandle::isAlive).orElse(false);
        if (alive || System.nanoTime() > end) {
          throw new Refusal(
              "이미 실행 중입니다 · already running here (pid %d); stop it with Ctrl-C there, or: kill %d"
                  .formatted(other, other));
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
      claimed.truncate(0);
      claimed.write(
          ByteBuffer.wrap(String.valueOf(launcher).getBytes(StandardCharsets.US_ASCII)), 0);
    } catch (IOException e) {
      throw new Refusal("cannot lock " + home.lock() + ": " + e.getMessage(), e);
    }
  }

  /** Whether a stack of this checkout runs now. */
  static boolean isClaimed(Home home) {
    if (!Files.exists(home.lock())) {
      return false;
    }
    try (var channel = FileChannel.open(home.lock(), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (IOException e) {
      throw new Refusal("cannot look at " + home.lock() + ": " + e.getMessage(), e);
    }
  }

  private static long launcherIn(Path file) throws IOException {
    String content = Files.readString(file).strip();
    return content.matches("\\d{1,18}") ? Long.parseLong(content) : -1;
  }
}
