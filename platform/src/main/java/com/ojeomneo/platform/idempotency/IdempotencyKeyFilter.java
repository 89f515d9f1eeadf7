package com.ojeomneo.platform.idempotency;

import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Runs after authentication and before the body is read: the key comes first. */
final class IdempotencyKeyFilter {
  @IdempotencyKeyRequired
  @ServerRequestFilter(priority = Priorities.USER)
  public void require(ContainerRequestContext request) {
    String key = request.getHeaderString(IdempotentRequests.HEADER);
    if (key == null || key.isBlank()) {
      throw Problem.of(CommonProblem.IDEMPOTENCY_KEY_REQUIRED);
    }
  }
}
