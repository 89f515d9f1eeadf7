package com.ojeomneo.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.http.AccessLog;
import com.ojeomneo.platform.http.Languages;
import com.ojeomneo.platform.http.MeasuredPath;
import com.ojeomneo.platform.http.TraceId;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes a {@link Problem} as the answer to the request at hand. */
@Singleton
public class ProblemAnswers {
  /** As measurements name a refusal that came before any resource: its path is the client's. */
  private static final String REFUSED = "/refused";

  private final ObjectMapper json;
  private final Optional<String> challenge;

  /**
   * @param challenge how one proves who one is (RFC 9110 section 11.6.1); none where a cookie does
   */
  ProblemAnswers(
      ObjectMapper json,
      @ConfigProperty(name = "ojeomneo.http.challenge") Optional<String> challenge) {
    this.json = json;
    this.challenge = challenge;
  }

  public ProblemBody body(Problem problem, RoutingContext request) {
    AccessLog.isRefusedFor(problem.code().name(), request);
    return ProblemBody.of(
        problem, Languages.of(request), request.request().path(), TraceId.of(request));
  }

  public Response answer(Problem problem, RoutingContext request) {
    Response.ResponseBuilder response =
        Response.status(problem.code().status())
            .type(ProblemBody.MEDIA_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(body(problem, request));
    if (problem.code().status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      challenge.ifPresent(scheme -> response.header(HttpHeaders.WWW_AUTHENTICATE, scheme));
    }
    problem.retryAfter().ifPresent(s -> response.header(HttpHeaders.RETRY_AFTER, s));
    return response.build();
  }

  /** Answers where no resource is reached: before the routing, or because it led nowhere. */
  public void send(Problem problem, RoutingContext request) {
    if (problem.code() != CommonProblem.NOT_FOUND) {
      MeasuredPath.is(REFUSED, request);
    }
    try {
      String body = json.writeValueAsString(body(problem, request));
      problem
          .retryAfter()
          .ifPresent(s -> request.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(s)));
      request
          .response()
          .setStatusCode(problem.code().status())
          .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
          .end(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
