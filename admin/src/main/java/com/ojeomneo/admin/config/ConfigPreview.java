package com.ojeomneo.admin.config;

import com.ojeomneo.config.AppConfig;
import com.ojeomneo.config.AppSettings;
import com.ojeomneo.config.AppVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * @param now what the chosen app is told
 * @param then what it would be told
 * @param versions those at which something begins or ends, and the chosen one; the oldest first
 * @param shares of each flag that is told to others than now
 */
record ConfigPreview(
    AppConfig now, AppConfig then, List<VersionSeen> versions, List<FlagShare> shares) {
  /** Ids that nobody has: how they are spread is how those of customers are. */
  private static final int SAMPLE = 1000;

  /**
   * What an app of this version does with the answer.
   *
   * @param latestNow it offers nothing newer
   */
  record VersionSeen(
      String version,
      boolean requiredNow,
      boolean requiredThen,
      boolean latestNow,
      boolean latestThen) {}

  /**
   * Of {@code of} made-up devices of the chosen platform and version, how many have it.
   *
   * @param now null for a flag that is new
   */
  record FlagShare(String flag, int of, @Nullable Integer now, int then) {}

  static ConfigPreview of(
      AppSettings now, AppSettings then, @Nullable AppVersion installed, @Nullable String device) {
    return new ConfigPreview(
        now.as(now.seenBy(installed, device)),
        then.as(then.seenBy(installed, device)),
        versions(now, then, installed),
        shares(now, then, installed));
  }

  private static List<VersionSeen> versions(
      AppSettings now, AppSettings then, @Nullable AppVersion installed) {
    var versions = new TreeSet<AppVersion>();
    Stream.of(now.minVersion(), then.minVersion(), now.latestVersion(), then.latestVersion())
        .flatMap(text -> AppVersion.parse(text).stream())
        .forEach(versions::add);
    if (installed != null) {
      versions.add(installed);
    }
    return versions.stream().map(version -> seen(now, then, version)).toList();
  }

  private static VersionSeen seen(AppSettings now, AppSettings then, AppVersion version) {
    return new VersionSeen(
        "%d.%d.%d".formatted(version.major(), version.minor(), version.patch()),
        now.seenBy(version, null).updateRequired(),
        then.seenBy(version, null).updateRequired(),
        isLatest(now, version),
        isLatest(then, version));
  }

  private static boolean isLatest(AppSettings settings, AppVersion version) {
    return version.compareTo(AppVersion.parse(settings.latestVersion()).orElseThrow()) >= 0;
  }

  private static List<FlagShare> shares(
      AppSettings now, AppSettings then, @Nullable AppVersion installed) {
    List<String> before = now.as(now.seenBy(installed, null)).features().keySet().stream().toList();
    List<String> after =
        then.as(then.seenBy(installed, null)).features().keySet().stream().toList();
    int[] had = counted(now, before.size(), installed);
    int[] have = counted(then, after.size(), installed);
    var shares = new ArrayList<FlagShare>();
    for (int i = 0; i < after.size(); i++) {
      int was = before.indexOf(after.get(i));
      Integer those = was < 0 ? null : (Integer) had[was];
      if (those == null || those != have[i]) {
        shares.add(new FlagShare(after.get(i), SAMPLE, those, have[i]));
      }
    }
    return shares;
  }

  private static int[] counted(AppSettings settings, int flags, @Nullable AppVersion installed) {
    int[] on = new int[flags];
    IntStream.range(0, SAMPLE)
        .mapToObj(n -> settings.seenBy(installed, "sample-" + n).features())
        .forEach(
            features -> {
              for (int i = 0; i < flags; i++) {
                on[i] += features.get(i) ? 1 : 0;
              }
            });
    return on;
  }
}
