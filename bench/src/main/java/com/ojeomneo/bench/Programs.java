package com.ojeomneo.bench;

import com.ojeomneo.local.Refusal;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Installed programs that are measured, or measure. */
final class Programs {
  private Programs() {}

  /**
   * @param packages of Debian's, which bring it
   * @throws Refusal when there is none
   */
  static Path find(String name, String packages) {
    return Stream.concat(
            Pattern.compile(File.pathSeparator).splitAsStream(System.getenv("PATH")),
            Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "%s이(가) 없습니다 · no %s; on Debian: apt-get install %s"
                        .formatted(name, name, packages)));
  }
}
