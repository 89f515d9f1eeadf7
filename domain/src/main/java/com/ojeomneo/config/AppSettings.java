package com.ojeomneo.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.config.AppConfig.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that apps of one platform are told from, the same for all of them.
 *
 * @param flags in the order of their keys
 * @param notices of this moment, the newest first
 * @param changesAt when the next of them begins or ends; null for never
 */
public record AppSettings(
    String minVersion,
    String latestVersion,
    String storeUrl,
    List<FeatureFlag> flags,
    Map<String, JsonNode> settings,
    List<Notice> notices,
    @Nullable Instant changesAt) {

  /**
   * All that depends on who asks.
   *
   * @param features on or off, in the order of the flags
   */
  public record View(boolean updateRequired, List<Boolean> features) {}

  /**
   * @param installed null when the app does not say: nothing is required of it
   * @param device the installation's own id; null when the app does not say
   */
  public View seenBy(AppVersion installed, String device) {
    var features = new ArrayList<Boolean>(flags.size());
    flags.forEach(flag -> features.add(flag.isOnFor(installed, device)));
    return new View(installed != null && isTooOld(installed), features);
  }

  private boolean isTooOld(AppVersion installed) {
    return installed.compareTo(AppVersion.parse(minVersion).orElseThrow()) < 0;
  }

  /**
   * @param view one of this very object
   */
  public AppConfig as(View view) {
    var features = new LinkedHashMap<String, Boolean>();
    for (int i = 0; i < flags.size(); i++) {
      features.put(flags.get(i).key(), view.features.get(i));
    }
    return new AppConfig(
        view.updateRequired,
        minVersion,
        latestVersion,
        storeUrl,
        features,
        settings,
        notices,
        changesAt);
  }
}
