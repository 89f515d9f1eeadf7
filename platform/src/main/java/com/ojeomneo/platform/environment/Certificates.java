package com.ojeomneo.platform.environment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

/** Files of certificates (PEM) that variables name, looked at before anything starts. */
final class Certificates {
  /** What stands in an address of JDBC as it is. */
  private static final String PATH = "[^\\s?&%#+;]+";

  private Certificates() {}

  /**
   * @throws IllegalArgumentException naming the variable, when its file holds no certificate
   */
  static void require(Environment environment, String name) {
    String path = environment.require(name);
    if (!path.matches(PATH)) {
      throw new IllegalArgumentException(name + " must be a path without spaces and ?&%#+;");
    }
    try (InputStream file = Files.newInputStream(Path.of(path))) {
      if (!CertificateFactory.getInstance("X.509").generateCertificates(file).isEmpty()) {
        return;
      }
    } catch (IOException | InvalidPathException | CertificateException unreadable) {
      // said below
    }
    throw new IllegalArgumentException(name + " must be a readable file of certificates (PEM)");
  }
}
