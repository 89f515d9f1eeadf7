package com.ojeomneo.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.ojeomneo.platform.problem.Problem.FieldError;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jooq.exception.DataAccessException;

/**
 * Every exception that reaches HTTP becomes a problem here; what nobody foresaw is a logged 500.
 */
@Singleton
class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private static final String BODY = "body";

  /** Names in it may be the client's. */
  private static final int LONGEST_PLACE = 200;

  private final ProblemAnswers answers;

  ProblemMappers(ProblemAnswers answers) {
    this.answers = answers;
  }

  @ServerExceptionMapper
  Response refused(Problem problem, RoutingContext request) {
    return answers.answer(problem, request);
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException e, RoutingContext request) {
    List<FieldError> errors =
        e.getConstraintViolations().stream()
            .map(v -> new FieldError(field(v), v.getMessage()))
            .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::korean))
            .toList();
    return answers.answer(Problem.invalid(errors), request);
  }

  @ServerExceptionMapper
  Response unreadable(MismatchedInputException e, RoutingContext request) {
    return answers.answer(malformed(e), request);
  }

  /** Too deep, or a name, number or text longer than any of ours. */
  @ServerExceptionMapper
  Response beyond(StreamConstraintsException e, RoutingContext request) {
    return answers.answer(malformed(e), request);
  }

  @ServerExceptionMapper
  Response http(WebApplicationException e, RoutingContext request) {
    if (e.getCause() instanceof JsonProcessingException json) {
      return answers.answer(malformed(json), request);
    }
    CommonProblem code =
        switch (e.getResponse().getStatus()) {
          case 400 -> CommonProblem.VALIDATION_FAILED;
          case 401 -> CommonProblem.UNAUTHENTICATED;
          case 403 -> CommonProblem.FORBIDDEN;
          case 404 -> CommonProblem.NOT_FOUND;
          case 405 -> CommonProblem.METHOD_NOT_ALLOWED;
          case 406 -> CommonProblem.NOT_ACCEPTABLE;
          case 413 -> CommonProblem.BODY_TOO_LARGE;
          case 415 -> CommonProblem.UNSUPPORTED_MEDIA_TYPE;
          default -> null;
        };
    return code == null ? unforeseen(e, request) : answers.answer(Problem.of(code), request);
  }

  /** Also when all connections are taken: who asks again shortly may find one. */
  @ServerExceptionMapper
  Response database(DataAccessException e, RoutingContext request) {
    if (!isGone(e)) {
      return unforeseen(e, request);
    }
    LOG.warnf(
        "%s %s: no PostgreSQL: %s",
        request.request().method(), request.request().path(), e.getCause().getMessage());
    return answers.answer(Problem.of(CommonProblem.UNAVAILABLE).retryAfter(1), request);
  }

  /**
   * Connection exceptions, a log-in that is refused, no room for more, an operator's intervention
   * (SQLSTATE classes 08, 28, 53, 57P), and a pool that has none left, which says so without a
   * state.
   */
  private static boolean isGone(DataAccessException e) {
    SQLException cause = e.getCause(SQLException.class);
    if (cause == null) {
      return false;
    }
    String state = cause.getSQLState();
    return state == null || state.matches("08.*|28.*|53.*|57P.*");
  }

  @ServerExceptionMapper
  Response unforeseen(Throwable e, RoutingContext request) {
    if (hasLeft(request) && isClosed(e)) {
      LOG.debugf(
          "%s %s: the client has left", request.request().method(), request.request().path());
      return answers.answer(Problem.of(CommonProblem.VALIDATION_FAILED), request);
    }
    LOG.errorf(e, "%s %s failed", request.request().method(), request.request().path());
    return answers.answer(Problem.of(CommonProblem.INTERNAL), request);
  }

  /** The channel closes a moment before the answer knows of it; the body is not whole by then. */
  private static boolean hasLeft(RoutingContext request) {
    return request.response().closed() || !request.request().isEnded();
  }

  /** The connection, in the middle of a body: nobody reads the answer, nothing of ours is wrong. */
  private static boolean isClosed(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClosedChannelException || cause instanceof HttpClosedException) {
        return true;
      }
    }
    return false;
  }

  private static Problem malformed(JsonProcessingException e) {
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String place = place(mapping.getPath());
      return e instanceof UnrecognizedPropertyException
          ? Problem.invalid(place, "모르는 항목이에요.", "There is no such field.")
          : Problem.invalid(place, "형식이 올바르지 않아요.", "This is malformed.");
    }
    var at = e.getLocation();
    String where = at == null ? "" : " (%d:%d)".formatted(at.getLineNr(), at.getColumnNr());
    return Problem.invalid(BODY, "JSON이 올바르지 않아요." + where, "The JSON is malformed." + where);
  }

  private static String place(List<JsonMappingException.Reference> path) {
    var place = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return place.substring(0, Math.min(place.length(), LONGEST_PLACE));
  }

  /**
   * The path within the body; the name of any other parameter. A parameter for the body is called
   * {@code command} in every resource.
   */
  private static String field(ConstraintViolation<?> violation) {
    var nodes = new ArrayList<Path.Node>();
    violation.getPropertyPath().forEach(nodes::add);
    int from = nodes.size() > 2 ? 2 : nodes.size() - 1;
    var path = new StringBuilder();
    for (Path.Node node : nodes.subList(from, nodes.size())) {
      if (node.getIndex() != null) {
        path.append('[').append(node.getIndex()).append(']');
      }
      if (node.getName() != null && !node.getName().startsWith("<")) {
        path.append(path.isEmpty() ? "" : ".").append(node.getName());
      }
    }
    return nodes.size() == 2 && path.toString().equals("command") ? BODY : path.toString();
  }
}
