package com.ojeomneo.platform.cache;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How often each tag has changed, as far as this node has heard. There are as many as things. */
@Singleton
class Versions {
  private final Map<String, Long> changes = new ConcurrentHashMap<>();
  private final AtomicLong changesOfAll = new AtomicLong();

  /** Grows with each change of the tag; equal numbers mean that there was none in between. */
  long of(String tag) {
    return changesOfAll.get() + changes.getOrDefault(tag, 0L);
  }

  void changed(String tag) {
    if (tag.equals(CacheKey.ALL)) {
      changesOfAll.incrementAndGet();
    } else {
      changes.merge(tag, 1L, Long::sum);
    }
  }
}
