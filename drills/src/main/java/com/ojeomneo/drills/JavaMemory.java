package com.ojeomneo.drills;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a running Java process holds after a full collection.
 *
 * @param liveHeap bytes of reachable objects
 * @param anonymous bytes of memory that are the process's own (Linux: RssAnon): heap, buffers,
 *     stacks, compiled code; 0 where the system does not say
 */
record JavaMemory(long liveHeap, long anonymous) {
  private static final Pattern USED = Pattern.compile("\\bused (\\d+)K");
  private static final Pattern ANONYMOUS = Pattern.compile("RssAnon:\\s+(\\d+) kB");

  static JavaMemory of(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    jcmd(pid, "GC.run");
    // The first figures are the heap's generations; the last one is the metaspace.
    String heap = jcmd(pid, "GC.heap_info").replaceAll("(?s)Metaspace.*", "");
    Path status = Path.of("/proc/%d/status".formatted(pid));
    return new JavaMemory(
        sum(USED, heap), Files.exists(status) ? sum(ANONYMOUS, Files.readString(status)) : 0);
  }

  JavaMemory minus(JavaMemory before) {
    return new JavaMemory(liveHeap - before.liveHeap, anonymous - before.anonymous);
  }

  private static long sum(Pattern kilobytes, String text) {
    long sum = 0;
    for (Matcher found = kilobytes.matcher(text); found.find(); ) {
      sum += Long.parseLong(found.group(1)) * 1024;
    }
    return sum;
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(jcmd, String.valueOf(pid), command).redirectErrorStream(true).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(answer.strip());
    }
    return answer;
  }
}
