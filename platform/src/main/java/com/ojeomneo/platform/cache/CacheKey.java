package com.ojeomneo.platform.cache;

import java.time.Duration;

/**
 * Which answer: {@code cache:{entity}:{id}} in Redis.
 *
 * @param tag what the database calls it when it changes (migration {@code V8__cache_events.sql})
 * @param timeToLive at most, from the moment it was read
 * @param shared whether other nodes get it through Redis; not so where clients choose ids freely
 */
public record CacheKey(String entity, String id, String tag, Duration timeToLive, boolean shared) {
  /** Changes of this tag concern every entry. */
  static final String ALL = "all";

  String redisKey() {
    return "cache:" + entity + ":" + id;
  }

  static String versionKey(String tag) {
    return "cache:version:" + tag;
  }
}
