package com.ojeomneo.platform.cache;

import java.time.Instant;
import java.util.function.Function;

/**
 * What was read, and from when on it is different although nobody wrote anything: a shop closes, a
 * notice begins.
 *
 * @param until {@link Instant#MAX} when the clock changes nothing
 */
public record Expiring<T>(T value, Instant until) {
  public static <T> Expiring<T> never(T value) {
    return new Expiring<>(value, Instant.MAX);
  }

  public <R> Expiring<R> map(Function<T, R> view) {
    return new Expiring<>(view.apply(value), until);
  }
}
