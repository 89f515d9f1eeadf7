package com.ojeomneo.platform.json;

import org.jspecify.annotations.Nullable;

/** What another service wrote, fit for a log and a column: one line without control characters. */
public final class ForeignText {
  private static final int LONGEST = 200;

  private ForeignText() {}

  /**
   * @return at most 200 characters, null for null
   */
  public static @Nullable String line(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var line = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .map(character -> isPlain(character) ? character : '?')
        .forEach(line::appendCodePoint);
    return line.toString();
  }

  /** Line ends of Unicode and what turns the direction of writing forge lines as well. */
  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
