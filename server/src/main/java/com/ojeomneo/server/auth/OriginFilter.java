package com.ojeomneo.server.auth;

import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.problem.ProblemAnswers;
import com.ojeomneo.user.UserProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A browser names the origin of the page that sends a POST. An app or a script that is no page
 * names none, and has no cookie of ours to be misused.
 */
@Singleton
class OriginFilter {
  /** Before the filter for CORS (300), which refuses without a word. */
  private static final int PRIORITY = 310;

  private static final String ROUTES = "/ojeomneo/v1/auth/web/";

  private final String own;
  private final ProblemAnswers answers;

  OriginFilter(
      @ConfigProperty(name = "ojeomneo.public-url") URI publicUrl, ProblemAnswers answers) {
    this.own = origin(publicUrl);
    this.answers = answers;
  }

  void register(@Observes Filters filters) {
    filters.register(this::refuseOthers, PRIORITY);
  }

  private void refuseOthers(RoutingContext request) {
    if (request.request().method() == HttpMethod.POST
        && request.request().path().startsWith(ROUTES)
        && isAnothers(request.request().getHeader("Origin"))) {
      answers.send(Problem.of(UserProblem.ORIGIN_REFUSED), request);
    } else {
      request.next();
    }
  }

  /** However the path is spelled that leads here, and whatever origins CORS lets through. */
  @OwnPagesOnly
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  public void refuseOthers(ContainerRequestContext request) {
    if (isAnothers(request.getHeaderString("Origin"))) {
      throw Problem.of(UserProblem.ORIGIN_REFUSED);
    }
  }

  private boolean isAnothers(String origin) {
    return origin != null && !origin.equals(own);
  }

  /** As browsers write it (RFC 6454, 6.2): lower case, without the port that is usual. */
  static String origin(URI address) {
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    String host = address.getHost().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    boolean named = address.getPort() != -1 && address.getPort() != usual;
    return scheme + "://" + host + (named ? ":" + address.getPort() : "");
  }
}
