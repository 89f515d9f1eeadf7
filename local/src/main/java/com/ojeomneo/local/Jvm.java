package com.ojeomneo.local;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Command lines of child JVMs: the launcher's own Java. */
final class Jvm {
  /** As in a container of 512 MiB. */
  static final List<String> PRODUCTION = List.of("-Xmx256m");

  private static final List<String> ALWAYS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xss512k",
          "-Dfile.encoding=UTF-8",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8",
          "--enable-native-access=ALL-UNNAMED");

  private Jvm() {}

  /** A small heap, quick to start: most are over before a second compiler pays. */
  static List<String> small(String heap) {
    return List.of("-Xmx" + heap, "-XX:TieredStopAtLevel=1");
  }

  /**
   * @param size {@link #PRODUCTION} or {@link #small}
   */
  static List<String> command(List<String> size, List<String> rest) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Stream.of(List.of(java), size, ALWAYS, rest).flatMap(List::stream).toList();
  }
}
