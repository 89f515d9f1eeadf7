package com.ojeomneo.config;

import static com.ojeomneo.schema.jooq.Tables.APP_SETTINGS;
import static com.ojeomneo.schema.jooq.Tables.APP_VERSIONS;
import static com.ojeomneo.schema.jooq.Tables.FEATURE_FLAGS;
import static com.ojeomneo.schema.jooq.Tables.NOTICES;
import static org.jooq.impl.DSL.min;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.config.AppConfig.Notice;
import com.ojeomneo.platform.cache.Expiring;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record1;

/**
 * The SQL of the app's settings. Everything is read in a fixed order: equal settings, equal bytes.
 */
public final class AppConfigs {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_NOTICES = 50;

  private AppConfigs() {}

  /** Until the next notice begins or ends. */
  public static Expiring<AppSettings> of(DSLContext sql, AppPlatform platform, Instant now) {
    var release = sql.fetchSingle(APP_VERSIONS, APP_VERSIONS.PLATFORM.eq(platform.code()));
    List<Notice> notices = notices(sql, now);
    Instant until =
        Stream.concat(
                notices.stream().map(Notice::endsAt).filter(Objects::nonNull),
                nextNotice(sql, now).stream())
            .min(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    return new Expiring<>(
        new AppSettings(
            release.getMinVersion(),
            release.getLatestVersion(),
            release.getStoreUrl(),
            flags(sql, platform),
            sql.selectFrom(APP_SETTINGS)
                .where(APP_SETTINGS.PUBLIC)
                .orderBy(APP_SETTINGS.KEY)
                .fetchMap(APP_SETTINGS.KEY, row -> tree(row.getValue())),
            notices,
            until.equals(Instant.MAX) ? null : until),
        until);
  }

  /** A feature that is not for this platform is off there. */
  private static List<FeatureFlag> flags(DSLContext sql, AppPlatform platform) {
    return sql.selectFrom(FEATURE_FLAGS)
        .orderBy(FEATURE_FLAGS.KEY)
        .fetch(
            row ->
                new FeatureFlag(
                    row.getKey(),
                    row.getEnabled() && List.of(row.getPlatforms()).contains(platform.code()),
                    row.getPercentage(),
                    version(row.getMinVersion()),
                    version(row.getMaxVersion())));
  }

  private static AppVersion version(String text) {
    return text == null ? null : AppVersion.parse(text).orElseThrow();
  }

  private static List<Notice> notices(DSLContext sql, Instant now) {
    return sql.selectFrom(NOTICES)
        .where(NOTICES.STARTS_AT.le(now))
        .and(NOTICES.ENDS_AT.isNull().or(NOTICES.ENDS_AT.gt(now)))
        .orderBy(NOTICES.STARTS_AT.desc(), NOTICES.ID)
        .limit(MAX_NOTICES)
        .fetch(
            row ->
                new Notice(
                    row.getId(),
                    row.getTitle(),
                    row.getBody(),
                    row.getStartsAt(),
                    row.getEndsAt()));
  }

  private static Optional<Instant> nextNotice(DSLContext sql, Instant now) {
    return sql.select(min(NOTICES.STARTS_AT))
        .from(NOTICES)
        .where(NOTICES.STARTS_AT.gt(now))
        .fetchOptional(Record1::value1);
  }

  private static JsonNode tree(JSONB value) {
    try {
      return JSON.readTree(value.data());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL gave back jsonb that is not JSON", e);
    }
  }
}
