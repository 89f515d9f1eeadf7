package com.ojeomneo.platform.problem;

/**
 * A kind of refusal. Implemented by one enum per feature: the constant's name is the stable {@code
 * code} of the answer.
 */
public interface ProblemCode {
  /**
   * What clients are told.
   *
   * @param status of HTTP, 400 to 599
   * @param korean for people, as is the English text
   */
  record Meaning(int status, String korean, String english) {}

  /** Stable, UPPER_SNAKE. */
  String name();

  Meaning meaning();

  default int status() {
    return meaning().status();
  }

  default String korean() {
    return meaning().korean();
  }

  default String english() {
    return meaning().english();
  }
}
