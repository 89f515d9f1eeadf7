package com.ojeomneo.platform.cache;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.platform.redis.RedisLink;
import io.lettuce.core.ScriptOutputType;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The entries in Redis, and the versions by which they are judged: {@code cache:version:{tag}}
 * holds a random text that is replaced at each change and never comes back. An entry names the
 * versions from before its read began; it is kept only if they still hold, and served only while
 * they do. A Redis that lost them (flushed, evicted, replaced) makes new ones, which fit no entry.
 */
@Singleton
class SharedCache {
  /** Longer than any entry lives. */
  private static final String VERSION_MILLIS = String.valueOf(Duration.ofHours(2).toMillis());

  private static final int TAGS_AT_ONCE = 500;

  /** The versions, made where there are none, and the entry. */
  private static final String LOOK =
      """
      local versions = ''
      for i = 2, #KEYS do
        local version = redis.call('get', KEYS[i])
        if not version then
          version = ARGV[1]
          redis.call('set', KEYS[i], version, 'px', ARGV[2])
        end
        versions = versions .. version .. ' '
      end
      return {versions, redis.call('get', KEYS[1])}
      """;

  /** Stores nothing that was read before a change. */
  private static final String KEEP =
      """
      local versions = ''
      for i = 2, #KEYS do
        versions = versions .. (redis.call('get', KEYS[i]) or '') .. ' '
      end
      if versions ~= ARGV[1] then return 0 end
      redis.call('set', KEYS[1], ARGV[2], 'px', ARGV[3])
      return 1
      """;

  private static final String CHANGE =
      "for i = 1, #KEYS do redis.call('set', KEYS[i], ARGV[1], 'px', ARGV[2]) end return #KEYS";

  private final RedisLink redis;
  private final UntoldChanges untold;
  private final Clock clock;

  SharedCache(RedisLink redis, UntoldChanges untold, Clock clock) {
    this.redis = redis;
    this.untold = untold;
    this.clock = clock;
  }

  /**
   * @param versions null when Redis is not there
   * @param kept null when there is none that counts
   */
  record Look(String versions, Kept kept) {
    static final Look NOTHING = new Look(null, null);
  }

  record Kept(byte[] json, Instant readAt, Instant until) {}

  /** Redis knows nothing of a tag's change that it has not been told of yet. */
  Look look(CacheKey key) {
    if (untold.has(key.tag())) {
      return Look.NOTHING;
    }
    return redis
        .<List<String>>call(
            r -> r.eval(LOOK, ScriptOutputType.MULTI, keys(key), newVersion(), VERSION_MILLIS))
        .map(answer -> new Look(answer.getFirst(), kept(answer)))
        .orElse(Look.NOTHING);
  }

  /**
   * Keeps the entry for the others, if the versions of the look from before its read still hold.
   */
  void keep(CacheKey key, Look before, Kept entry) {
    long millis = Duration.between(clock.instant(), entry.until()).toMillis();
    if (before.versions() != null && millis > 0) {
      String text =
          "%s\n%d %d\n%s"
              .formatted(
                  before.versions(),
                  entry.readAt().toEpochMilli(),
                  entry.until().toEpochMilli(),
                  new String(entry.json(), StandardCharsets.UTF_8));
      redis.<Long>call(
          r ->
              r.eval(
                  KEEP,
                  ScriptOutputType.INTEGER,
                  keys(key),
                  before.versions(),
                  text,
                  String.valueOf(millis)));
    }
  }

  /** Gives the tags new versions; false when Redis may not have. */
  boolean change(Collection<String> tags) {
    String[] all = tags.stream().map(CacheKey::versionKey).toArray(String[]::new);
    for (int from = 0; from < all.length; from += TAGS_AT_ONCE) {
      String[] some = Stream.of(all).skip(from).limit(TAGS_AT_ONCE).toArray(String[]::new);
      if (redis
          .<Long>call(
              r -> r.eval(CHANGE, ScriptOutputType.INTEGER, some, newVersion(), VERSION_MILLIS))
          .isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static String[] keys(CacheKey key) {
    return new String[] {
      key.redisKey(), CacheKey.versionKey(key.tag()), CacheKey.versionKey(CacheKey.ALL)
    };
  }

  private static String newVersion() {
    return UuidCreator.getRandomBased().toString();
  }

  private static Kept kept(List<String> look) {
    String entry = look.get(1);
    String versions = look.getFirst() + "\n";
    if (entry == null || !entry.startsWith(versions)) {
      return null;
    }
    int json = entry.indexOf('\n', versions.length()) + 1;
    String[] times = entry.substring(versions.length(), json - 1).split(" ");
    return new Kept(
        entry.substring(json).getBytes(StandardCharsets.UTF_8),
        Instant.ofEpochMilli(Long.parseLong(times[0])),
        Instant.ofEpochMilli(Long.parseLong(times[1])));
  }
}
