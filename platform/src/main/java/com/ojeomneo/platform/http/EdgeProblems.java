package com.ojeomneo.platform.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.problem.ProblemAnswers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Refusals that no resource gets to see: a body announced as too large, an address with U+0000,
 * which PostgreSQL does not hold, a page that is not there, what is hardly HTTP or can be read in
 * several ways.
 */
@Singleton
class EdgeProblems {
  private static final String NUL = "%00";

  private final ProblemAnswers answers;
  private final BodyLimits limits;

  /** Connections that had a chunked request: nothing that follows on them is done. */
  private final Cache<HttpConnection, Boolean> spent = Caffeine.newBuilder().weakKeys().build();

  EdgeProblems(ProblemAnswers answers, BodyLimits limits) {
    this.answers = answers;
    this.limits = limits;
  }

  void register(@Observes Filters filters) {
    // After the limits (250): what is refused here is counted, too.
    filters.register(this::check, 240);
  }

  void register(@Observes Router router) {
    router.errorHandler(404, request -> answers.send(Problem.notFound(), request));
    router.errorHandler(
        405, request -> answers.send(Problem.of(CommonProblem.METHOD_NOT_ALLOWED), request));
    router.route().order(Integer.MIN_VALUE).failureHandler(this::refuse);
  }

  /** No path, or no host that could be one: the framework would log it as a fault of ours. */
  private void refuse(RoutingContext request) {
    if (request.statusCode() == 400 && request.failure() instanceof VertxException) {
      answers.send(Problem.of(CommonProblem.VALIDATION_FAILED), request);
    } else {
      request.next();
    }
  }

  private void check(RoutingContext request) {
    HttpConnection connection = request.request().connection();
    if (spent.getIfPresent(connection) != null) {
      // A proxy may have taken it for a part of the body before it.
      connection.close();
      return;
    }
    List<String> codings = request.request().headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    if (!codings.isEmpty()) {
      // Netty drops a Content-Length beside it: RFC 9112 (6.1) wants the connection closed then.
      spent.put(connection, true);
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      request.addEndHandler(answered -> connection.close());
    }
    if (isReadInSeveralWays(codings, request.request())) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      answers.send(Problem.of(CommonProblem.VALIDATION_FAILED), request);
    } else if (request.request().uri().contains(NUL)) {
      answers.send(
          Problem.invalid(whereNulStands(request), "쓸 수 없는 글자가 있어요.", "U+0000 is no text."),
          request);
    } else if (bodyBytes(request) > limits.of(request)) {
      // The body is not read: the connection cannot be used again.
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      answers.send(Problem.of(CommonProblem.BODY_TOO_LARGE), request);
    } else {
      request.next();
    }
  }

  /** A proxy before us may have seen another host, or another end of the body (RFC 9112). */
  private static boolean isReadInSeveralWays(List<String> codings, HttpServerRequest request) {
    return request.headers().getAll(HttpHeaders.HOST).size() > 1
        || !codings.isEmpty() && !String.join(",", codings).strip().equalsIgnoreCase("chunked");
  }

  private static String whereNulStands(RoutingContext request) {
    String query = Objects.requireNonNullElse(request.request().query(), "");
    return Stream.of(query.split("&"))
        .filter(parameter -> parameter.contains(NUL))
        .map(parameter -> parameter.split("=")[0])
        .findFirst()
        .orElse("path");
  }

  private static long bodyBytes(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
  }
}
