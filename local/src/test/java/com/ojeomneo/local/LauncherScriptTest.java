package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions of the script, each run in a bash of its own. */
class LauncherScriptTest {
  @TempDir private Path folder;

  @Test
  void aJdkIsChosenByItsVersionInTheGivenOrder() throws Exception {
    Path old = jdk("jdk-21", "21.0.9");
    Path wanted = jdk("temurin-25", "25.0.1");
    Path other = jdk("zulu-25", "25");
    String candidates = "printf '%%s\\n' '' '%s' '%s' '%s'".formatted(old, wanted, other);
    assertThat(run("jdk", candidates + " | first_jdk_25")).isEqualTo(wanted.toString());
  }

  @Test
  void aRuntimeWithoutACompilerIsNoJdk() throws Exception {
    Path runtime = jdk("jre-25", "25.0.1");
    Files.delete(runtime.resolve("bin/javac"));
    assertThat(run("jdk", "is_jdk_25 '%s' || echo no".formatted(runtime))).isEqualTo("no");
  }

  @Test
  void whereThereIsNoJdkOneLineSaysHowToGetOne() throws Exception {
    String said =
        run(
            "jdk",
            "jdk_candidates() { :; }; java_on_path() { :; }; need_jdk 2>&1; echo \"exit $?\"");
    assertThat(said.lines()).hasSize(2);
    assertThat(said).contains("JDK 25").contains("JAVA_HOME").endsWith("exit 1");
  }

  @Test
  void javaHomeComesFirst() throws Exception {
    Path mine = jdk("mine", "25.0.2");
    assertThat(run("jdk", "JAVA_HOME='%s'; need_jdk; echo \"$JAVA_HOME\"".formatted(mine)))
        .isEqualTo(mine.toString());
  }

  @Test
  void aBuildIsKnownByItsSourcesNotByItsTests() throws Exception {
    Files.writeString(folder.resolve("pom.xml"), "<module>part</module>\n");
    Path source = write("part/src/main/java/A.java", "class A {}");
    Path test = write("part/src/test/java/ATest.java", "class ATest {}");
    String first = fingerprint();

    Files.writeString(test, "class ATest { int x; }");
    write("part/target/classes/A.class", "compiled");
    assertThat(fingerprint()).isEqualTo(first);

    Files.writeString(source, "class A { int x; }");
    String changed = fingerprint();
    assertThat(changed).isNotEqualTo(first);

    write("part/src/main/java/B.java", "class B {}");
    String more = fingerprint();
    assertThat(more).isNotIn(first, changed);

    // The app is no module: the Server serves what is made of it.
    write("mobile/src/App.tsx", "export function App() {}");
    assertThat(fingerprint()).isNotIn(first, changed, more);
  }

  @Test
  void whatWasMadeOfADeletedSourceGoesWithIt() throws Exception {
    Files.writeString(folder.resolve("pom.xml"), "<module>part</module>\n<module>other</module>\n");
    Path page = write("part/src/main/resources/index.html", "page");
    write("other/src/main/java/A.java", "class A {}");
    Path made = write("part/target/classes/index.html", "page");
    Path kept = write("other/target/classes/A.class", "compiled");
    Files.createDirectories(folder.resolve(".local"));
    run("build", "forget_deleted_sources");
    assertThat(made).exists();

    Files.delete(page);
    run("build", "forget_deleted_sources");

    assertThat(made).doesNotExist();
    assertThat(kept).exists();
  }

  @Test
  void testsAreCountedFromTheReports() throws Exception {
    report("a", "tests=\"5\" errors=\"1\" skipped=\"2\" failures=\"1\"");
    report("b", "tests=\"3\" errors=\"0\" skipped=\"0\" failures=\"0\"");
    String said = run("tests", "cd '%s'; CI=; summarize 1 ''; echo \"exit $?\"".formatted(folder));
    assertThat(said).contains("4 passed, 2 failed, 2 skipped").endsWith("exit 1");
  }

  @Test
  void aSkipIsAFailureInCiOnly() throws Exception {
    report("a", "tests=\"2\" errors=\"0\" skipped=\"1\" failures=\"0\"");
    String summary = "cd '%s'; CI=%s; summarize 0 '' 2>&1; echo \"exit $?\"";
    assertThat(run("tests", summary.formatted(folder, ""))).endsWith("exit 0");
    assertThat(run("tests", summary.formatted(folder, "true"))).endsWith("exit 1");
  }

  @Test
  void aMissingPackageIsAFailureInCiOnly() throws Exception {
    report("a", "tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"0\"");
    String summary = "cd '%s'; CI=%s; summarize 0 ' chromium' 2>&1; echo \"exit $?\"";
    assertThat(run("tests", summary.formatted(folder, ""))).contains("chromium").endsWith("exit 0");
    assertThat(run("tests", summary.formatted(folder, "true"))).endsWith("exit 1");
  }

  private String fingerprint() throws Exception {
    return run("build", "fingerprint");
  }

  /**
   * What the commands print after the part of the script was read, for a checkout in the folder.
   */
  private String run(String part, String commands) throws IOException, InterruptedException {
    Path launcher = Path.of("launcher").toAbsolutePath();
    String script =
        "set -u; root='%s'; data=$root/.local; . '%s/messages.sh'; . '%s/%s.sh'; %s"
            .formatted(folder, launcher, launcher, part, commands);
    Process bash = new ProcessBuilder("bash", "-c", script).start();
    String said = new String(bash.getInputStream().readAllBytes()).strip();
    bash.waitFor();
    return said;
  }

  private Path jdk(String name, String version) throws IOException {
    write(name + "/release", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    Path compiler = write(name + "/bin/javac", "#!/bin/sh\n");
    Files.setPosixFilePermissions(compiler, PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder.resolve(name);
  }

  private void report(String module, String attributes) throws IOException {
    write(
        module + "/target/surefire-reports/TEST-" + module + ".xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite xmlns:xsi="x" name="ATest" time="0.1" %s>
          <testcase name="tests run"/>
        </testsuite>
        """
            .formatted(attributes));
  }

  private Path write(String file, String content) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, content);
  }
}
