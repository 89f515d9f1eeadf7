package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules, their tests and the pages of those who are called, as Debian's promtool reads them. */
class AlertRulesTest {
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

  static Stream<Path> rules() {
    return AlertRules.rules().stream();
  }

  static Stream<Path> tests() {
    return AlertRules.tests().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aFileHoldsTheAlertOfItsName(Path file) {
    assertThat(AlertRules.alerts(file))
        .singleElement()
        .satisfies(alert -> assertThat(alert.get("alert").textValue()).isEqualTo(name(file)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whoeverIsCalledFindsAPageOfThatName(Path file) throws Exception {
    Path page = AlertRules.RUNBOOKS.resolve(name(file) + ".md");
    assertThat(page).exists();
    assertThat(Files.readString(page))
        .startsWith("# " + name(file) + "\n")
        .contains("**Look.**", "**Do.**", "**Over**");
    JsonNode alert = AlertRules.alerts(file).getFirst();
    assertThat(alert.at("/annotations/runbook").textValue())
        .isEqualTo("docs/runbooks/%s.md", name(file));
    assertThat(alert.at("/labels/severity").textValue()).isIn("critical", "warning");
  }

  @Test
  void noPageIsOfAnAlertThatIsGone() throws Exception {
    try (Stream<Path> pages = Files.list(AlertRules.RUNBOOKS)) {
      assertThat(pages.map(AlertRulesTest::name).toList())
          .containsExactlyInAnyOrderElementsOf(rules().map(AlertRulesTest::name).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void eachIsTestedWhereItFiresAndWhereItDoesNot(Path file) {
    Path test = AlertRules.FOLDER.resolve("tests").resolve(name(file) + "-test.yaml");
    List<Boolean> fires =
        AlertRules.read(test).findParents("alertname").stream()
            .filter(each -> each.get("alertname").textValue().equals(name(file)))
            .map(each -> !each.get("exp_alerts").isEmpty())
            .toList();
    assertThat(fires).contains(true, false);
  }

  @Test
  void promtoolReadsEveryRule() throws Exception {
    assertThat(promtool("check", AlertRules.rules())).contains("SUCCESS").endsWith("exit 0");
  }

  @ParameterizedTest
  @MethodSource("tests")
  void promtoolAgrees(Path test) throws Exception {
    assertThat(promtool("test", List.of(test))).contains("SUCCESS").endsWith("exit 0");
  }

  private static String promtool(String what, List<Path> files)
      throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(PROMTOOL) || "true".equals(System.getenv("CI")),
        "needs Debian's package prometheus");
    var command = new ArrayList<>(List.of(PROMTOOL.toString(), what, "rules"));
    files.forEach(file -> command.add(file.toString()));
    Process promtool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(promtool.getInputStream().readAllBytes());
    return said + "exit " + promtool.waitFor();
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.(?:yaml|md)$", "");
  }
}
