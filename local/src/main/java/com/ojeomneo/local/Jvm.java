package com.ojeomneo.local;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Command lines of child JVMs: the launcher's own Java, small heaps, quick to start. */
final class Jvm {
  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-Xss512k",
          "-XX:TieredStopAtLevel=1",
          "-Dfile.encoding=UTF-8",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8",
          "--enable-native-access=ALL-UNNAMED");

  private Jvm() {}

  static List<String> command(String heap, List<String> rest) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Stream.of(Stream.of(java, "-Xmx" + heap), SMALL.stream(), rest.stream())
        .flatMap(part -> part)
        .toList();
  }
}
