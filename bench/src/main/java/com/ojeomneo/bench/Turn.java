package com.ojeomneo.bench;

import java.time.Duration;

/**
 * What one contender did in one turn.
 *
 * @param cpu what its processes used
 * @param p50Micros of the time until a whole answer was read
 * @param bytes with headers
 */
record Turn(
    long requests, Duration time, Duration cpu, long p50Micros, long p99Micros, long bytes) {

  double requestsPerSecond() {
    return requests * 1e9 / time.toNanos();
  }

  double cpuMicrosPerRequest() {
    return cpu.toNanos() / 1e3 / requests;
  }

  double p99Millis() {
    return p99Micros / 1e3;
  }

  double bytesPerRequest() {
    return (double) bytes / requests;
  }
}
