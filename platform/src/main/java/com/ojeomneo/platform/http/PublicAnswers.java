package com.ojeomneo.platform.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.cache.Cache;
import com.ojeomneo.platform.cache.CacheKey;
import com.ojeomneo.platform.cache.Caches;
import com.ojeomneo.platform.cache.Expiring;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * Answers to GET that do not depend on who asks. What is cached is sent from the event loop; what
 * has to be read is read on a virtual thread.
 */
@Singleton
public class PublicAnswers {
  private final Cache<Representation> cache;
  private final ObjectMapper json;

  PublicAnswers(Caches caches, ObjectMapper json) {
    this.cache = caches.create(Representation::of, Representation::bytes);
    this.json = json;
  }

  /**
   * @param read throws what is to be answered instead; that is not cached
   */
  public Uni<Response> cached(
      CacheKey key, Supplier<? extends Expiring<?>> read, RoutingContext request) {
    return cache.get(key, read).map(found -> found.answer(request));
  }

  /** For what is asked too rarely in the same words. */
  public Uni<Response> uncached(Supplier<? extends Expiring<?>> read, RoutingContext request) {
    return Uni.createFrom()
        .item(() -> Representation.of(read.get().value(), json).answer(request))
        // As in Caches.
        .runSubscriptionOn(Thread::startVirtualThread);
  }
}
