package com.ojeomneo.platform.http;

import com.ojeomneo.platform.problem.Problem;
import java.util.UUID;

/** An id in a path. What is no id names nothing, so it is a 404 like any other unknown thing. */
public final class PathId {
  private static final int LENGTH = 36;

  private PathId() {}

  /**
   * @throws Problem 404 when the text is no UUID
   */
  public static UUID of(String text) {
    try {
      if (text.length() == LENGTH) {
        return UUID.fromString(text);
      }
    } catch (IllegalArgumentException malformed) {
      // answered below, as any other unknown id
    }
    throw Problem.notFound();
  }
}
