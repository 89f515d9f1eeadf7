package com.ojeomneo.drills;

import com.ojeomneo.local.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What a running JVM holds.
 *
 * @param liveHeap bytes, right after a full collection
 * @param anonymous bytes of memory that is not files ({@code RssAnon}); empty where the system does
 *     not say. It never falls: pages that garbage has touched stay.
 */
record ServerMemory(long liveHeap, OptionalLong anonymous) {
  private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");
  private static final Pattern ANONYMOUS = Pattern.compile("RssAnon:\\s+(\\d+) kB");

  static ServerMemory of(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    long used =
        USED.matcher(jcmd(pid, "GC.heap_info"))
            .results()
            .mapToLong(generation -> Long.parseLong(generation.group(1)))
            .sum();
    return new ServerMemory(used * 1024, anonymous(pid));
  }

  private static OptionalLong anonymous(long pid) throws IOException {
    Path status = Path.of("/proc/%d/status".formatted(pid));
    if (!Files.exists(status)) {
      return OptionalLong.empty();
    }
    return ANONYMOUS
        .matcher(Files.readString(status))
        .results()
        .mapToLong(line -> Long.parseLong(line.group(1)) * 1024)
        .findFirst();
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(jcmd, String.valueOf(pid), command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new Refusal("jcmd %s: %s".formatted(command, said));
    }
    return said;
  }
}
