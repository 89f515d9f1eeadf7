package com.ojeomneo.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The app's settings for one platform at one moment.
 *
 * @param updateRequired the asking version is older than {@code minVersion}
 * @param storeUrl where the update is to be had; absent when nowhere
 * @param changesAt when a notice begins or ends: ask again then; absent for never
 */
public record AppConfig(
    boolean updateRequired,
    @Nullable String minVersion,
    @Nullable String latestVersion,
    @JsonInclude(JsonInclude.Include.NON_NULL) String storeUrl,
    Map<String, Boolean> features,
    Map<String, JsonNode> settings,
    List<Notice> notices,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant changesAt) {

  /**
   * @param endsAt null is until further notice
   */
  public record Notice(
      UUID id, String title, String body, Instant startsAt, @Nullable Instant endsAt) {}
}
