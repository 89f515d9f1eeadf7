package com.ojeomneo.platform.problem;

import com.ojeomneo.platform.http.Languages;
import com.ojeomneo.platform.http.TraceId;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Writes a {@link Problem} as the answer to the request at hand. */
@Singleton
public class ProblemAnswers {
  public ProblemBody body(Problem problem, RoutingContext request) {
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
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    problem.retryAfter().ifPresent(s -> response.header(HttpHeaders.RETRY_AFTER, s));
    return response.build();
  }
}
