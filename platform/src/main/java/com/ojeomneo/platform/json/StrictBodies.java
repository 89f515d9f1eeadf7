package com.ojeomneo.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/**
 * What bodies of requests are read with: besides the rules, a field that nobody knows and one that
 * stands twice are refused, so that what somebody misspelt is not taken for left out. What we wrote
 * ourselves, perhaps as a newer version, is read by the mapper of {@link JsonRules}.
 */
@Provider
class StrictBodies implements ContextResolver<ObjectMapper> {
  private static final int DEEPEST = 20;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NUMBER = 100;

  private final ObjectMapper strict;

  StrictBodies(ObjectMapper mapper) {
    this.strict =
        mapper
            .copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    strict
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNameLength(LONGEST_NAME)
                .maxNumberLength(LONGEST_NUMBER)
                .build());
  }

  @Override
  public ObjectMapper getContext(Class<?> type) {
    return strict;
  }
}
