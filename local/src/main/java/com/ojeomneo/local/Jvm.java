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
   * {@link #small}, and little beside the heap. The heap begins small whatever memory the machine
   * has, and shrinks again; Netty keeps one arena, in pieces of 64 KB.
   */
  static List<String> frugal(String heap) {
    var more =
        List.of(
            "-Xms16m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:+UseCompactObjectHeaders",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:MaxDirectMemorySize=16m",
            "-Dio.netty.allocator.type=pooled",
            "-Dio.netty.allocator.numDirectArenas=1",
            "-Dio.netty.allocator.numHeapArenas=0",
            "-Dio.netty.allocator.maxOrder=3");
    return Stream.of(small(heap), more).flatMap(List::stream).toList();
  }

  /**
   * @param size {@link #PRODUCTION}, {@link #small} or {@link #frugal}
   */
  static List<String> command(List<String> size, List<String> rest) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Stream.of(List.of(java), size, ALWAYS, rest).flatMap(List::stream).toList();
  }
}
