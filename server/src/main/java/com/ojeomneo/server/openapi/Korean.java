package com.ojeomneo.server.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.microprofile.openapi.models.Operation;

/** The code says in English what an operation does, {@code ko.properties} in Korean. */
final class Korean {
  private final Properties texts = new Properties();

  Korean() {
    try (Reader reader =
        new InputStreamReader(
            Korean.class.getResourceAsStream("ko.properties"), StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void addTo(Operation operation) {
    String id = operation.getOperationId();
    operation.setSummary(both(id, operation.getSummary()));
    if (operation.getDescription() != null) {
      operation.setDescription(both(id + ".description", operation.getDescription()));
    }
  }

  private String both(String key, String english) {
    String korean = texts.getProperty(key);
    if (korean == null) {
      throw new IllegalStateException("ko.properties says nothing of " + key);
    }
    return korean + " · " + english;
  }
}
