package com.ojeomneo.order.race;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an act is about to do that others could see.
 *
 * @param reads changes nothing and locks nothing
 * @param holds whether locks may be held by then
 */
record Step(Place place, String name, boolean reads, boolean holds) {
  private static final Pattern TABLE =
      Pattern.compile("(?:from|into|update) (?:\"public\"\\.)?\"(\\w+)\"");

  /** Where it can be seen. */
  enum Place {
    DATABASE,
    PROVIDER
  }

  /**
   * @param holds whether its transaction has had others before it
   */
  static Step statement(String sql, boolean holds) {
    Matcher table = TABLE.matcher(sql);
    String verb = sql.strip().split("\\s", 2)[0];
    boolean locks = sql.contains(" for update") || sql.contains(" for no key update");
    boolean reads = verb.equals("select") && !locks;
    return new Step(
        Place.DATABASE,
        (locks && verb.equals("select") ? "lock" : verb)
            + (table.find() ? " " + table.group(1) : ""),
        reads,
        holds);
  }

  static Step commit() {
    return new Step(Place.DATABASE, "commit", false, true);
  }

  static Step call(String method, String path) {
    return new Step(
        Place.PROVIDER,
        "provider "
            + path.substring(path.lastIndexOf('/') + 1).replaceAll("^(?!confirm|cancel).*", "find"),
        method.equals("GET"),
        false);
  }

  /** A claim on a key, a look at it, or its return: a statement by itself. */
  boolean isOfKey() {
    return name.endsWith(" idempotency_keys");
  }

  /** Whether it makes no difference which of the two comes first. */
  boolean commutesWith(Step other) {
    return place != other.place || (reads && other.reads);
  }

  @Override
  public String toString() {
    return name;
  }
}
