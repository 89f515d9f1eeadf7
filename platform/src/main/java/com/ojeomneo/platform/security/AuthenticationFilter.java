package com.ojeomneo.platform.security;

import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Closes every endpoint that is not {@link Public} to requests without a good Bearer token. Reading
 * what is public with a bad one is refused too; logging in or refreshing with one that has expired
 * is the very thing to do.
 */
@Singleton
class AuthenticationFilter {
  private static final String SCHEME = "Bearer ";

  private final AccessTokens tokens;
  private final CurrentUser currentUser;

  AuthenticationFilter(AccessTokens tokens, CurrentUser currentUser) {
    this.tokens = tokens;
    this.currentUser = currentUser;
  }

  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  public void authenticate(ContainerRequestContext request, ResourceInfo endpoint) {
    boolean open = isPublic(endpoint);
    if (open && !isRead(request)) {
      return;
    }
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header != null) {
      if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
        throw Problem.of(CommonProblem.TOKEN_INVALID);
      }
      currentUser.is(tokens.verify(header.substring(SCHEME.length()).strip()));
    } else if (!open) {
      throw Problem.of(CommonProblem.UNAUTHENTICATED);
    }
  }

  private static boolean isRead(ContainerRequestContext request) {
    return request.getMethod().equals(HttpMethod.GET)
        || request.getMethod().equals(HttpMethod.HEAD);
  }

  private static boolean isPublic(ResourceInfo endpoint) {
    return endpoint.getResourceMethod().isAnnotationPresent(Public.class)
        || endpoint.getResourceClass().isAnnotationPresent(Public.class);
  }
}
