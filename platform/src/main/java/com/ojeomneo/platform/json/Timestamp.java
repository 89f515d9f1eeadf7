package com.ojeomneo.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * RFC 3339 with any offset and a year of four digits. Numbers are refused, and so are the years of
 * ISO 8601 that PostgreSQL cannot hold.
 */
final class Timestamp extends StdScalarDeserializer<Instant> {
  private static final long serialVersionUID = 1L;
  private static final int LAST_YEAR = 9999;

  Timestamp() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      return (Instant) context.handleUnexpectedToken(Instant.class, json);
    }
    try {
      var time = OffsetDateTime.parse(json.getText());
      if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
        return time.toInstant();
      }
    } catch (DateTimeException malformed) {
      // said below, as for a year out of range
    }
    return context.reportInputMismatch(Instant.class, "not an RFC 3339 timestamp");
  }
}
