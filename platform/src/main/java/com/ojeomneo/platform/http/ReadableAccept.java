package com.ojeomneo.platform.http;

import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses an {@code Accept} that is no list of media types before anything is done. The framework
 * reads it only once there is an answer to write: what was asked for would have happened already.
 */
@Singleton
class ReadableAccept {
  private static final Set<String> USUAL = Set.of("*/*", "application/json");

  @ServerRequestFilter(preMatching = true)
  public void check(ContainerRequestContext request) {
    String accept = request.getHeaderString(HttpHeaders.ACCEPT);
    if (accept == null || USUAL.contains(accept)) {
      return;
    }
    try {
      request.getAcceptableMediaTypes();
    } catch (IllegalArgumentException unreadable) {
      throw Problem.of(CommonProblem.NOT_ACCEPTABLE);
    }
  }
}
