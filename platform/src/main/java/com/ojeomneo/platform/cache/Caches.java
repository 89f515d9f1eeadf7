package com.ojeomneo.platform.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the caches, which hear of the same changes. */
@Singleton
public class Caches {
  private final Versions versions;
  private final SharedCache shared;
  private final CacheMetrics metrics;
  private final ObjectMapper json;
  private final Clock clock;
  private final long maxBytes;

  Caches(
      Versions versions,
      SharedCache shared,
      CacheMetrics metrics,
      ObjectMapper json,
      Clock clock,
      @ConfigProperty(name = "ojeomneo.cache.max-size") MemorySize maxSize) {
    this.versions = versions;
    this.shared = shared;
    this.metrics = metrics;
    this.json = json;
    this.clock = clock;
    this.maxBytes = maxSize.asLongValue();
  }

  /**
   * @param decode from the JSON of an answer to what is kept of it
   * @param bytes how much memory that takes; each cache has {@code ojeomneo.cache.max-size}
   */
  public <V> Cache<V> create(Function<byte[], V> decode, ToIntFunction<V> bytes) {
    // Not Quarkus' own virtual threads: those bring along the context of the request that
    // reads, and whoever else waits would be answered in it.
    return new Cache<>(
        versions,
        shared,
        this::encode,
        decode,
        bytes,
        maxBytes,
        metrics,
        clock,
        Thread::startVirtualThread);
  }

  private byte[] encode(Object answer) {
    try {
      return json.writeValueAsBytes(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
