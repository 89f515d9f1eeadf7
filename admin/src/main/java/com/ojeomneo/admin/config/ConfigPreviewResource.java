package com.ojeomneo.admin.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.admin.resource.Drafts;
import com.ojeomneo.config.AppConfigs;
import com.ojeomneo.config.AppPlatform;
import com.ojeomneo.config.AppSettings;
import com.ojeomneo.config.AppVersion;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Who would see what, before it is saved. */
@Path("/api/config/preview")
@RunOnVirtualThread
class ConfigPreviewResource {
  private final Database database;
  private final Drafts drafts;
  private final Clock clock;

  ConfigPreviewResource(Database database, Drafts drafts, Clock clock) {
    this.database = database;
    this.drafts = drafts;
    this.clock = clock;
  }

  /**
   * A form that is not saved, and an app that asks.
   *
   * @param id null for a new row
   * @param values as {@code PUT} and {@code POST} of the resource take them
   * @param version null for an app that does not say
   * @param device null likewise
   * @param at null for now
   */
  record ConfigDraft(
      @NotNull @Pattern(regexp = "app_settings|app_versions|feature_flags|notices") String resource,
      @Nullable @Size(max = 100) String id,
      @NotNull JsonNode values,
      @NotNull @Pattern(regexp = "ios|android|web") String platform,
      @Nullable @Pattern(regexp = "[0-9]{1,5}(\\.[0-9]{1,5}){0,2}") String version,
      @Nullable @Size(min = 1, max = 100) String device,
      @Nullable Instant at) {}

  @POST
  public ConfigPreview preview(@NotNull @Valid ConfigDraft draft) {
    AppPlatform platform = AppPlatform.parse(draft.platform()).orElseThrow(Problem::notFound);
    Instant at = draft.at() == null ? clock.instant() : draft.at();
    AppSettings then =
        drafts.look(draft.resource(), draft.id(), draft.values(), tx -> settings(tx, platform, at));
    return ConfigPreview.of(
        settings(database.sql(), platform, at),
        then,
        draft.version() == null ? null : AppVersion.parse(draft.version()).orElseThrow(),
        draft.device());
  }

  private static AppSettings settings(DSLContext sql, AppPlatform platform, Instant at) {
    return AppConfigs.of(sql, platform, at).value();
  }
}
