package com.ojeomneo.config;

import static com.ojeomneo.schema.jooq.Tables.APP_SETTINGS;
import static com.ojeomneo.schema.jooq.Tables.APP_VERSIONS;
import static com.ojeomneo.schema.jooq.Tables.FEATURE_FLAGS;
import static com.ojeomneo.schema.jooq.Tables.NOTICES;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.config.AppConfig.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/**
 * The SQL of the app's settings. Everything is read in a fixed order: equal settings, equal bytes.
 */
public final class AppConfigs {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_NOTICES = 50;

  private AppConfigs() {}

  /**
   * @param installed the version that asks; nothing is required of one that does not say
   */
  public static AppConfig of(
      DSLContext sql, AppPlatform platform, Optional<AppVersion> installed, Instant now) {
    var release = sql.fetchSingle(APP_VERSIONS, APP_VERSIONS.PLATFORM.eq(platform.code()));
    AppVersion oldest = AppVersion.parse(release.getMinVersion()).orElseThrow();
    return new AppConfig(
        installed.filter(version -> version.compareTo(oldest) < 0).isPresent(),
        release.getMinVersion(),
        release.getLatestVersion(),
        release.getStoreUrl(),
        sql.selectFrom(FEATURE_FLAGS)
            .orderBy(FEATURE_FLAGS.KEY)
            .fetchMap(FEATURE_FLAGS.KEY, FEATURE_FLAGS.ENABLED),
        sql.selectFrom(APP_SETTINGS)
            .where(APP_SETTINGS.PUBLIC)
            .orderBy(APP_SETTINGS.KEY)
            .fetchMap(APP_SETTINGS.KEY, row -> tree(row.getValue())),
        notices(sql, now));
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

  private static JsonNode tree(JSONB value) {
    try {
      return JSON.readTree(value.data());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL gave back jsonb that is not JSON", e);
    }
  }
}
