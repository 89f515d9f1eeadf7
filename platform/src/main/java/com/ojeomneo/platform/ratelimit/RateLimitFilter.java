package com.ojeomneo.platform.ratelimit;

import com.ojeomneo.platform.http.ClientAddress;
import com.ojeomneo.platform.http.RequestPath;
import com.ojeomneo.platform.problem.ProblemAnswers;
import com.ojeomneo.platform.ratelimit.RateLimits.Per;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts each request by the rules that apply to it, before anything is done for it, and tells its
 * client. It runs on the event loop and never waits there: a request that must wait, for Redis or
 * for the signature of a token seen for the first time, is paused.
 */
@Singleton
class RateLimitFilter {
  /** After CORS (300): a page of another origin must be able to read a refusal. */
  private static final int PRIORITY = 250;

  private final RateLimiter limiter;
  private final ClientAddress addresses;
  private final Callers callers;
  private final ProblemAnswers answers;

  RateLimitFilter(
      RateLimiter limiter, ClientAddress addresses, Callers callers, ProblemAnswers answers) {
    this.limiter = limiter;
    this.addresses = addresses;
    this.callers = callers;
    this.answers = answers;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext request) {
    String method = request.request().method().name();
    String path = RequestPath.of(request);
    var rules = new ArrayList<Rule>(2);
    for (Rule rule : limiter.rules()) {
      if (rule.appliesTo(method, path)) {
        rules.add(rule);
      }
    }
    new Visit(request, rules).start();
  }

  /** A request on its way through its rules; only its own event loop touches it. */
  private final class Visit {
    private final RoutingContext request;
    private final List<Rule> rules;
    private int counted;
    private Decision refusal;
    private boolean paused;

    Visit(RoutingContext request, List<Rule> rules) {
      this.request = request;
      this.rules = rules;
    }

    void start() {
      if (rules.stream().noneMatch(r -> r.per() == Per.CALLER) || callers.isAtHand(request)) {
        go();
        return;
      }
      Context loop = pause();
      Thread.startVirtualThread(
          () -> {
            callers.user(request);
            loop.runOnContext(verified -> go());
          });
    }

    private void go() {
      while (counted < rules.size()) {
        Rule rule = rules.get(counted);
        Context loop = Vertx.currentContext();
        Decision decision =
            limiter.decide(
                rule,
                key(rule),
                later ->
                    loop.runOnContext(
                        decided -> {
                          take(later);
                          go();
                        }));
        if (decision == null) {
          pause();
          return;
        }
        take(decision);
      }
      if (paused) {
        request.request().resume();
      }
      if (refusal == null) {
        request.next();
      } else {
        answers.send(refusal.problem(), request);
      }
    }

    private void take(Decision decision) {
      counted++;
      decision.tell(request);
      if (!decision.allowed()) {
        refusal = decision;
      }
    }

    private Object key(Rule rule) {
      if (rule.per() == Per.CALLER) {
        var user = callers.user(request);
        if (user.isPresent()) {
          return user.get();
        }
      }
      return addresses.of(request);
    }

    private Context pause() {
      paused = true;
      request.request().pause();
      return Vertx.currentContext();
    }
  }
}
