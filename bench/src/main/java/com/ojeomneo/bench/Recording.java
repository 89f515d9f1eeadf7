package com.ojeomneo.bench;

import com.ojeomneo.local.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the JVM's Flight Recorder sees of a process, where somebody asked for it. */
final class Recording {
  private final long process;
  private final Path file;

  private Recording(long process, Path file) {
    this.process = process;
    this.file = file;
  }

  /**
   * Begins.
   *
   * @param file null for none
   */
  static Recording of(long process, Path file) throws IOException, InterruptedException {
    var recording = new Recording(process, file);
    recording.jcmd("JFR.start", "name=bench", "settings=profile");
    return recording;
  }

  void end() throws IOException, InterruptedException {
    jcmd("JFR.stop", "name=bench", "filename=" + file);
  }

  private void jcmd(String... command) throws IOException, InterruptedException {
    if (file == null) {
      return;
    }
    var all = new ArrayList<String>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    all.add(String.valueOf(process));
    all.addAll(List.of(command));
    Process jcmd = new ProcessBuilder(all).redirectErrorStream(true).start();
    String said = new String(jcmd.getInputStream().readAllBytes());
    if (jcmd.waitFor() != 0) {
      throw new Refusal(String.join(" ", all) + ": " + said);
    }
  }
}
