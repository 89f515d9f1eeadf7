package com.ojeomneo.local;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a child sees of the launcher's own environment. An allow-list: a POSTGRES_*, QUARKUS_*, PG*
 * or JAVA_TOOL_OPTIONS left in somebody's shell must not reach the stack.
 */
final class Surroundings {
  private static final List<String> ALWAYS =
      List.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR");

  // Optional settings of the product (DESIGN, "Configuration") that have no local counterpart.
  private static final List<String> PROVIDERS = List.of("KAKAO_", "GOOGLE_", "APPLE_", "OTEL_");

  private Surroundings() {}

  static Map<String, String> plain() {
    var kept = new TreeMap<>(System.getenv());
    kept.keySet().retainAll(ALWAYS);
    return kept;
  }

  /** With the optional providers: for the Server only. */
  static Map<String, String> withProviders() {
    var kept = new TreeMap<>(System.getenv());
    kept.keySet()
        .removeIf(name -> !ALWAYS.contains(name) && PROVIDERS.stream().noneMatch(name::startsWith));
    return kept;
  }
}
