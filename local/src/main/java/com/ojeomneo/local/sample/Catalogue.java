package com.ojeomneo.local.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * All sample data as it stands in the files, in their order.
 *
 * @param categories code to Korean name
 */
record Catalogue(
    @JsonProperty("stores") List<String> storeFiles,
    Map<String, String> categories,
    Map<String, Setting> settings,
    Map<String, Feature> features,
    List<Notice> notices) {

  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

  record Setting(JsonNode value, @JsonProperty("public") boolean isPublic, String description) {}

  record Feature(boolean enabled, String description) {}

  record Notice(String title, String body) {}

  static Catalogue read() {
    return read("catalogue.yaml", Catalogue.class);
  }

  /**
   * @param file one of {@link #storeFiles}
   */
  static Shop shop(String file) {
    return read("stores/" + file + ".yaml", Shop.class);
  }

  private static <T> T read(String file, Class<T> type) {
    try (var resource = Catalogue.class.getResourceAsStream(file)) {
      return YAML.readValue(resource, type);
    } catch (IOException e) {
      throw new UncheckedIOException("sample data: " + file, e);
    }
  }
}
