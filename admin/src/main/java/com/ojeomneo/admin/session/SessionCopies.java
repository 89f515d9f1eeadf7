package com.ojeomneo.admin.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.redis.RedisLink;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sessions in Redis, {@code session:{sha256 of the cookie}}: a hash that lives as long as the
 * session. It is believed for a second after PostgreSQL was asked; so one that was ended, or whose
 * owner lost a role, is over everywhere within that, also when a Redis comes back with what it knew
 * before.
 */
@Singleton
class SessionCopies {
  static final Duration BELIEVED = Duration.ofSeconds(1);

  private static final Logger LOG = Logger.getLogger(SessionCopies.class);
  private static final String SESSION = "session";
  private static final String CHECKED_AT = "checkedAt";

  private final RedisLink redis;
  private final boolean inUse;
  private final ObjectMapper json;
  private final Clock clock;

  SessionCopies(
      RedisLink redis,
      @ConfigProperty(name = "ojeomneo.cache-backend") String backend,
      ObjectMapper json,
      Clock clock) {
    this.redis = redis;
    this.inUse = !backend.equals("local");
    this.json = json;
    this.clock = clock;
  }

  Optional<StaffSession> get(String cookieHash) {
    return inUse
        ? redis.call(r -> r.hgetall(key(cookieHash))).flatMap(this::read)
        : Optional.empty();
  }

  private Optional<StaffSession> read(Map<String, String> hash) {
    if (!hash.containsKey(SESSION) || !hash.containsKey(CHECKED_AT)) {
      return Optional.empty();
    }
    try {
      Instant now = clock.instant();
      Instant checked = Instant.ofEpochMilli(Long.parseLong(hash.get(CHECKED_AT)));
      StaffSession session = json.readValue(hash.get(SESSION), StaffSession.class);
      boolean good =
          !checked.isAfter(now)
              && checked.plus(BELIEVED).isAfter(now)
              && session.expiresAt().isAfter(now);
      return good ? Optional.of(session) : Optional.empty();
    } catch (JsonProcessingException | NumberFormatException e) {
      // Of another version of this program: PostgreSQL knows.
      LOG.debugf("unreadable session in Redis: %s", e.getMessage());
      return Optional.empty();
    }
  }

  /** Of what PostgreSQL has just said. */
  void put(StaffSession session, Instant checkedAt) {
    if (!inUse) {
      return;
    }
    Map<String, String> hash =
        Map.of(SESSION, text(session), CHECKED_AT, String.valueOf(checkedAt.toEpochMilli()));
    String key = key(session.cookieHash());
    redis.call(r -> r.hset(key, hash));
    redis.call(r -> r.pexpireat(key, session.expiresAt().toEpochMilli()));
  }

  void remove(String cookieHash) {
    if (inUse) {
      redis.call(r -> r.del(key(cookieHash)));
    }
  }

  private String text(StaffSession session) {
    try {
      return json.writeValueAsString(session);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key(String cookieHash) {
    return SESSION + ":" + cookieHash;
  }
}
