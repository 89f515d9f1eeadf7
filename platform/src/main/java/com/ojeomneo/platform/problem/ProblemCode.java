package com.ojeomneo.platform.problem;

/**
 * A kind of refusal. Implemented by one enum per feature: the constant's name is the stable {@code
 * code} of the answer, its texts are shown to people.
 */
public interface ProblemCode {
  /** Stable, UPPER_SNAKE. */
  String name();

  /** HTTP status, 400 to 599. */
  int status();

  String korean();

  String english();
}
