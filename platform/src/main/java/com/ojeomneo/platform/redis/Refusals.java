package com.ojeomneo.platform.redis;

import io.lettuce.core.RedisCommandExecutionException;

/** Why a Redis that is there does not do what it is told. */
final class Refusals {
  private Refusals() {}

  /** Also from within a script, where older ones say so in the middle of the message. */
  static boolean isReadOnly(Throwable reason) {
    return saysSo(reason, "READONLY");
  }

  /** It still answers whoever reads, and whoever deletes. */
  static boolean isFull(Throwable reason) {
    return saysSo(reason, "OOM ");
  }

  private static boolean saysSo(Throwable reason, String code) {
    return reason instanceof RedisCommandExecutionException refusal
        && refusal.getMessage() != null
        && refusal.getMessage().contains(code);
  }
}
