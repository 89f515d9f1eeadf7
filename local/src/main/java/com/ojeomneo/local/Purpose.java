package com.ojeomneo.local;

/** What the Servers of a {@link TemporaryStack} are for. */
public enum Purpose {
  /** They start quickly and stay small. */
  DRILL,

  /** They run as they do in production: 512 MiB, every compiler. */
  MEASURED
}
