package com.ojeomneo.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;

/** The members of a problem (RFC 9457) and ours: {@code code}, {@code traceId}, {@code errors}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    String traceId,
    List<Field> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /** A member of {@code errors}. */
  public record Field(String field, String message) {}

  public static ProblemBody of(Problem problem, Locale language, String path, String traceId) {
    ProblemCode code = problem.code();
    boolean english = Locale.ENGLISH.getLanguage().equals(language.getLanguage());
    String title = english ? code.english() : code.korean();
    List<Field> errors =
        problem.errors().stream()
            .map(e -> new Field(e.field(), english ? e.english() : e.korean()))
            .toList();
    return new ProblemBody(
        "urn:ojeomneo:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        title,
        code.status(),
        (english ? problem.detailInEnglish() : problem.detail()).orElse(title),
        path,
        code.name(),
        traceId,
        errors.isEmpty() ? null : errors);
  }
}
