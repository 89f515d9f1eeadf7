package com.ojeomneo.admin.session;

import com.ojeomneo.platform.http.AccessLog;
import com.ojeomneo.platform.http.RequestPath;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.problem.ProblemAnswers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Closes {@code /api}, whatever is or is not there, to requests without a session, and to writes
 * without its CSRF token. Only signing in and a password by a link are open. Whoever needs a second
 * factor and has none gets to {@code /api/session} and no further.
 */
@Singleton
class SessionFilter {
  /** After the limits (250) and what no resource gets to see (240). */
  private static final int PRIORITY = 230;

  private static final String KEY = StaffSession.class.getName();
  private static final String OWN = "/api/session";

  /** POST of those: signing in, and a password by a link. */
  private static final Set<String> OPEN =
      Set.of(OWN, OWN + "/reset", OWN + "/link", OWN + "/password");

  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Logger LOG = Logger.getLogger(SessionFilter.class);

  private final Sessions sessions;
  private final SessionCookie cookie;
  private final ProblemAnswers answers;

  SessionFilter(Sessions sessions, SessionCookie cookie, ProblemAnswers answers) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.answers = answers;
  }

  /** Of a request that this filter has let through. */
  static StaffSession sessionOf(RoutingContext request) {
    return Objects.requireNonNull(request.get(KEY), "no session");
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext request) {
    String path = RequestPath.of(request);
    if (!path.equals("/api") && !path.startsWith("/api/") || isOpen(request, path)) {
      request.next();
      return;
    }
    Optional<String> presented = cookie.of(request);
    if (presented.isEmpty()) {
      answers.send(Problem.of(SessionProblem.SESSION_ENDED), request);
      return;
    }
    request.request().pause();
    Context loop = Vertx.currentContext();
    Thread.startVirtualThread(
        () -> {
          Problem refusal = refusal(request, presented.get());
          loop.runOnContext(
              known -> {
                request.request().resume();
                if (refusal == null) {
                  request.next();
                } else {
                  answers.send(refusal, request);
                }
              });
        });
  }

  private static boolean isOpen(RoutingContext request, String path) {
    return request.request().method() == HttpMethod.POST && OPEN.contains(path);
  }

  /** Null when the request may go on. */
  private Problem refusal(RoutingContext request, String presented) {
    try {
      Optional<StaffSession> session = sessions.use(presented);
      if (session.isEmpty()) {
        return Problem.of(SessionProblem.SESSION_ENDED);
      }
      AccessLog.isOf(session.get().member().id(), request);
      if (!READS.contains(request.request().method()) && !bringsToken(request, session.get())) {
        return Problem.of(SessionProblem.CSRF_TOKEN_INVALID);
      }
      if (session.get().member().lacksSecondFactor() && !isOwn(RequestPath.of(request))) {
        return Problem.of(SessionProblem.SECOND_FACTOR_REQUIRED);
      }
      request.put(KEY, session.get());
      return null;
    } catch (RuntimeException failed) {
      LOG.error("a session could not be looked up", failed);
      return Problem.of(CommonProblem.UNAVAILABLE).retryAfter(1);
    }
  }

  private static boolean isOwn(String path) {
    return path.equals(OWN) || path.startsWith(OWN + "/");
  }

  private static boolean bringsToken(RoutingContext request, StaffSession session) {
    String token = Objects.requireNonNullElse(request.request().getHeader("X-CSRF-Token"), "");
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8),
        session.csrfToken().getBytes(StandardCharsets.UTF_8));
  }
}
