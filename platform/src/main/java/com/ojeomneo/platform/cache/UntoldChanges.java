package com.ojeomneo.platform.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Tags whose change this node has heard of and Redis may not know. */
@Singleton
class UntoldChanges {
  private final Map<String, Long> numberByTag = new ConcurrentHashMap<>();
  private final AtomicLong number = new AtomicLong();

  UntoldChanges(MeterRegistry metrics) {
    metrics.gaugeMapSize("ojeomneo_cache_untold", Tags.empty(), numberByTag);
  }

  void add(String tag) {
    numberByTag.put(tag, number.incrementAndGet());
  }

  boolean has(String tag) {
    return !numberByTag.isEmpty()
        && (numberByTag.containsKey(tag) || numberByTag.containsKey(CacheKey.ALL));
  }

  /** What changes again while it is being told stays. */
  void tell(Predicate<Collection<String>> listener) {
    Map<String, Long> known = Map.copyOf(numberByTag);
    if (!known.isEmpty() && listener.test(known.keySet())) {
      known.forEach(numberByTag::remove);
    }
  }
}
