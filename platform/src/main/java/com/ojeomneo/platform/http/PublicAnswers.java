package com.ojeomneo.platform.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ojeomneo.platform.cache.Cache;
import com.ojeomneo.platform.cache.CacheKey;
import com.ojeomneo.platform.cache.Caches;
import com.ojeomneo.platform.cache.Expiring;
import com.ojeomneo.platform.security.PresentedToken;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Answers to GET that do not depend on who asks. What is cached is sent from the event loop; what
 * has to be read is read on a virtual thread.
 *
 * <p>A URL that was answered from the cache is known from then on: as long as its answer is good, a
 * filter sends it, and the way through endpoint, parameters and writers is saved, which is most of
 * what a request costs ({@code docs/performance.md}). Everything else takes that way, also who
 * presents a token that is refused.
 */
@Singleton
public class PublicAnswers {
  /** After the limits (250) and {@link EdgeProblems}. */
  private static final int PRIORITY = 230;

  private static final long KNOWN_CHARACTERS = 2_000_000;

  /** Where the framework looks for the name of a route, for the metrics. */
  private static final String ROUTE = "UrlPathTemplate";

  private final Cache<Representation> cache;
  private final com.github.benmanes.caffeine.cache.Cache<Asked, Known> known =
      Caffeine.newBuilder()
          .maximumWeight(KNOWN_CHARACTERS)
          .<Asked, Known>weigher((asked, any) -> 100 + asked.url().length())
          .build();
  private final PresentedToken tokens;
  private final ObjectMapper json;

  private record Asked(String url, Locale language) {
    static Asked in(RoutingContext request) {
      return new Asked(request.request().uri(), Languages.of(request));
    }
  }

  private record Known(CacheKey key, String route) {}

  PublicAnswers(Caches caches, PresentedToken tokens, ObjectMapper json) {
    this.cache = caches.create(Representation::of, Representation::bytes);
    this.tokens = tokens;
    this.json = json;
  }

  /**
   * @param read throws what is to be answered instead; that is not cached
   */
  public Uni<Response> cached(
      CacheKey key, Supplier<? extends Expiring<?>> read, RoutingContext request) {
    return cache
        .get(key, read)
        .map(
            found -> {
              known.put(Asked.in(request), new Known(key, context(request).getLocal(ROUTE)));
              return found.answer(request);
            });
  }

  /** For what is asked too rarely in the same words. */
  public Uni<Response> uncached(Supplier<? extends Expiring<?>> read, RoutingContext request) {
    return Uni.createFrom()
        .item(() -> Representation.of(read.get().value(), json).answer(request))
        // As in Caches.
        .runSubscriptionOn(Thread::startVirtualThread);
  }

  void register(@Observes Filters filters) {
    filters.register(this::answerWhatIsKnown, PRIORITY);
  }

  private void answerWhatIsKnown(RoutingContext request) {
    if (request.request().method() == HttpMethod.GET) {
      Known wanted = known.getIfPresent(Asked.in(request));
      if (wanted != null && !tokens.isRefused(request)) {
        Representation found = cache.getIfGood(wanted.key());
        if (found != null) {
          context(request).putLocal(ROUTE, wanted.route());
          found.send(request);
          return;
        }
      }
    }
    request.next();
  }

  private static Context context(RoutingContext request) {
    return ((HttpServerRequestInternal) request.request()).context();
  }
}
