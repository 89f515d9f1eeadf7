package com.ojeomneo.drills;

import java.io.IOException;

/** A use that Servers make of Redis, as customers of two of them notice it. */
interface Use {
  /** Korean · English. */
  String name();

  /** Whatever becomes of Redis, this holds; tried again and again while a fault lasts. */
  Trial tryOut() throws IOException, InterruptedException;

  /** Whether the Servers go through Redis for it; each call tries. */
  boolean isThroughRedis() throws IOException, InterruptedException;

  /** What came about earlier is so still; fails with what is not. */
  Trial lookBack() throws IOException, InterruptedException;
}
