package com.ojeomneo.platform.problem;

import java.util.List;
import java.util.Optional;

/** A refusal on its way to the client. It carries no stack trace: it is an answer, not a fault. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemCode code;
  private final transient List<FieldError> errors;
  private final transient Integer retryAfter;

  /**
   * What is wrong with one field of the request; {@code field} is a path as {@code
   * items[0].quantity}.
   */
  public record FieldError(String field, String message) {}

  private Problem(ProblemCode code, String detail, List<FieldError> errors, Integer retryAfter) {
    super(detail, null, false, false);
    this.code = code;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }

  public static Problem of(ProblemCode code) {
    return new Problem(code, null, List.of(), null);
  }

  /**
   * @param detail what exactly was refused, for people; never a secret or an internal name
   */
  public static Problem of(ProblemCode code, String detail) {
    return new Problem(code, detail, List.of(), null);
  }

  /** 404, also for what exists but is not the caller's. */
  public static Problem notFound() {
    return of(CommonProblem.NOT_FOUND);
  }

  /** 400 for one field. */
  public static Problem invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /** 400 with every field that is wrong. */
  public static Problem invalid(List<FieldError> errors) {
    return new Problem(CommonProblem.VALIDATION_FAILED, null, errors, null);
  }

  /**
   * @param seconds the {@code Retry-After} of the answer
   */
  public Problem retryAfter(int seconds) {
    return new Problem(code, getMessage(), errors, seconds);
  }

  public ProblemCode code() {
    return code;
  }

  public Optional<String> detail() {
    return Optional.ofNullable(getMessage());
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
