package com.ojeomneo.local;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code initdb} and {@code postgres} of the bundle, unpacked once. The folder appears under its
 * name only when it is complete, so an interrupted unpacking is simply done again.
 */
record PostgresPrograms(Path folder) {
  static PostgresPrograms unpackedIn(Path programs) {
    URL archive = PostgresPrograms.class.getResource("/" + Platform.current().postgresArchive());
    if (archive == null) {
      throw new Refusal("this build holds no PostgreSQL for " + Platform.current());
    }
    try {
      Path folder = programs.resolve("postgres-" + checksum(archive));
      if (!Files.isDirectory(folder)) {
        TarXz.unpack(archive, folder);
      }
      return new PostgresPrograms(folder);
    } catch (IOException e) {
      throw new Refusal("cannot unpack PostgreSQL into " + programs + ": " + e.getMessage(), e);
    }
  }

  /**
   * A command of the bundle. As root it runs in a user namespace, since PostgreSQL refuses root.
   */
  List<String> command(String program, List<String> arguments) {
    var namespace = isRoot() ? Stream.of("unshare", "-U") : Stream.<String>empty();
    var command = Stream.of(folder.resolve("bin").resolve(program).toString());
    return Stream.of(namespace, command, arguments.stream()).flatMap(part -> part).toList();
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  // The jar's directory knows it; another version of the bundle gets another folder.
  private static String checksum(URL archive) throws IOException {
    var entry = ((JarURLConnection) archive.openConnection()).getJarEntry();
    return "%08x".formatted(entry.getCrc());
  }
}
