package com.ojeomneo.drills;

/** What can become of a Redis. */
enum Fault {
  /** {@code kill -9}; it comes back with all that it had. */
  KILLED("강제 종료 · killed (-9)"),
  /** SIGSTOP: it keeps its connections and answers nothing; when it wakes, it does it all. */
  FROZEN("멈춤 · frozen (SIGSTOP)"),
  /** Answers come now within the time-out of the Servers, now past it. */
  SLOW("느림 · slow"),
  /** {@code maxmemory} is reached: it refuses writes and answers reads. */
  FULL("메모리 가득 · full (OOM)"),
  /** {@code FLUSHALL}, again and again. */
  FLUSHED("비워짐 · flushed");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  /** Korean · English. */
  String words() {
    return words;
  }
}
