package com.ojeomneo.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.local.Refusal;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of Lighthouse's mobile audit: a phone of the middle class on a slow 4G network,
 * simulated.
 *
 * @param performance 0 to 100, as the other scores
 * @param layoutShift 0 = nothing moved after it was shown
 * @param bytes as sent
 */
record Audit(
    double performance,
    double accessibility,
    double bestPractices,
    double firstPaintMillis,
    double largestPaintMillis,
    double blockedMillis,
    double layoutShift,
    double bytes) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where the launcher has installed Lighthouse. */
  private static final String INSTALLED = "OJEOMNEO_LIGHTHOUSE";

  /**
   * As often as wanted, each in a browser that has seen nothing yet.
   *
   * @throws Refusal when Lighthouse or Chromium is not there, or an audit fails
   */
  static List<Audit> of(URI page, int runs) throws IOException, InterruptedException {
    String installed = System.getenv(INSTALLED);
    if (installed == null) {
      throw new Refusal("Lighthouse가 없습니다 · no Lighthouse: start this as ./ojeomneo bench mobile");
    }
    Process node =
        new ProcessBuilder(
                "node",
                Path.of(installed, "audit.mjs").toString(),
                Programs.find("chromium", "chromium").toString(),
                page.toString(),
                String.valueOf(runs))
            .redirectError(Redirect.INHERIT)
            .start();
    var audits = new ArrayList<Audit>();
    try (var lines = node.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        audits.add(JSON.readValue(line, Audit.class));
      }
    } finally {
      node.destroy();
    }
    if (node.waitFor() != 0 || audits.size() != runs) {
      throw new Refusal("Lighthouse failed at %s".formatted(page));
    }
    return audits;
  }
}
