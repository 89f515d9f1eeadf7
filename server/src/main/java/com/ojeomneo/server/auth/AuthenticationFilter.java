package com.ojeomneo.server.auth;

import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.AccessToken;
import com.ojeomneo.platform.security.CurrentUser;
import com.ojeomneo.platform.security.PresentedToken;
import com.ojeomneo.platform.security.Public;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Closes every endpoint that is not {@link Public} to requests without a good Bearer token. Reading
 * what is public with a bad one is refused too; logging in or refreshing with one that has expired
 * is the very thing to do.
 */
@Singleton
class AuthenticationFilter {
  private final PresentedToken presented;
  private final CurrentUser currentUser;

  AuthenticationFilter(PresentedToken presented, CurrentUser currentUser) {
    this.presented = presented;
    this.currentUser = currentUser;
  }

  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  public void authenticate(
      ContainerRequestContext request, ResourceInfo endpoint, RoutingContext routing) {
    boolean open = isPublic(endpoint);
    if (open && !isRead(request)) {
      return;
    }
    Optional<AccessToken> token = presented.require(routing);
    if (token.isPresent()) {
      if (token.get().viewer() != null && !isRead(request)) {
        throw Problem.of(CommonProblem.VIEW_ONLY);
      }
      currentUser.is(token.get());
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
