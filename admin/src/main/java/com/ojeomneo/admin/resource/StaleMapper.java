package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.problem.ProblemAnswers;
import com.ojeomneo.platform.problem.ProblemBody;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** 412, with the row as it now is in {@code current}: the page shows both. */
@Singleton
class StaleMapper {
  private final ProblemAnswers answers;
  private final ObjectMapper json;

  StaleMapper(ProblemAnswers answers, ObjectMapper json) {
    this.answers = answers;
    this.json = json;
  }

  @ServerExceptionMapper
  Response stale(Stale stale, RoutingContext request) {
    Problem problem = Problem.of(ResourceProblem.CHANGED_MEANWHILE);
    ObjectNode body = json.valueToTree(answers.body(problem, request));
    body.set("current", json.valueToTree(stale.current()));
    return Response.status(problem.code().status())
        .type(ProblemBody.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.ETAG, RowVersion.tag(stale.version()))
        .entity(body)
        .build();
  }
}
