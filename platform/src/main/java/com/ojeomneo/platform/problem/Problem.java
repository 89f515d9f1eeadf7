package com.ojeomneo.platform.problem;

import java.util.List;
import java.util.Optional;

/** A refusal on its way to the client. It carries no stack trace: it is an answer, not a fault. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemCode code;
  private final transient String english;
  private final transient List<FieldError> errors;
  private final transient Integer retryAfter;

  /**
   * What is wrong with one field of the request; {@code field} is a path as {@code
   * items[0].quantity}.
   */
  public record FieldError(String field, String korean, String english) {
    /** For a message that is in the client's language already. */
    public FieldError(String field, String message) {
      this(field, message, message);
    }
  }

  private Problem(
      ProblemCode code,
      String korean,
      String english,
      List<FieldError> errors,
      Integer retryAfter) {
    super(korean, null, false, false);
    this.code = code;
    this.english = english;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }

  public static Problem of(ProblemCode code) {
    return new Problem(code, null, null, List.of(), null);
  }

  /** With a detail that reads the same in both languages, such as a name. */
  public static Problem of(ProblemCode code, String detail) {
    return of(code, detail, detail);
  }

  /** With what exactly was refused, for people; never a secret or an internal name. */
  public static Problem of(ProblemCode code, String korean, String english) {
    return new Problem(code, korean, english, List.of(), null);
  }

  /** 404, also for what exists but is not the caller's. */
  public static Problem notFound() {
    return of(CommonProblem.NOT_FOUND);
  }

  /** 400 for one field, with a message that reads the same in both languages. */
  public static Problem invalid(String field, String message) {
    return invalid(field, message, message);
  }

  /** 400 for one field. */
  public static Problem invalid(String field, String korean, String english) {
    return invalid(List.of(new FieldError(field, korean, english)));
  }

  /** For one field that is well formed, and refused for a reason of its own. */
  public static Problem invalid(ProblemCode code, String field) {
    return new Problem(
        code, null, null, List.of(new FieldError(field, code.korean(), code.english())), null);
  }

  /** 400 with every field that is wrong. */
  public static Problem invalid(List<FieldError> errors) {
    return new Problem(CommonProblem.VALIDATION_FAILED, null, null, errors, null);
  }

  /**
   * @param seconds the {@code Retry-After} of the answer
   */
  public Problem retryAfter(int seconds) {
    return new Problem(code, getMessage(), english, errors, seconds);
  }

  public ProblemCode code() {
    return code;
  }

  /** In Korean. */
  public Optional<String> detail() {
    return Optional.ofNullable(getMessage());
  }

  public Optional<String> detailInEnglish() {
    return Optional.ofNullable(english);
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Optional<Integer> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  @Override
  public String toString() {
    return "Problem " + code.name() + detail().map(d -> ": " + d).orElse("");
  }
}
