package com.ojeomneo.order.race;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an act is about to do that others could see.
 *
 * @param reads changes nothing and locks nothing
 */
record Step(Place place, String name, boolean reads) {
  private static final Pattern TABLE =
      Pattern.compile("(?:from|into|update) (?:\"public\"\\.)?\"(\\w+)\"");

  /** Where it can be seen. */
  enum Place {
    DATABASE,
    PROVIDER
  }

  static Step statement(String sql) {
    Matcher table = TABLE.matcher(sql);
    String verb = sql.strip().split("\\s", 2)[0];
    boolean locks = sql.contains(" for update") || sql.contains(" for no key update");
    boolean reads = verb.equals("select") && !locks;
    return new Step(
        Place.DATABASE,
        (locks && verb.equals("select") ? "lock" : verb)
            + (table.find() ? " " + table.group(1) : ""),
        reads);
  }

  static Step commit() {
    return new Step(Place.DATABASE, "commit", false);
  }

  static Step call(String method, String path) {
    return new Step(
        Place.PROVIDER,
        "provider "
            + path.substring(path.lastIndexOf('/') + 1).replaceAll("^(?!confirm|cancel).*", "find"),
        method.equals("GET"));
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
