package com.ojeomneo.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/** A string that PostgreSQL can hold: no U+0000, no half of a surrogate pair. */
final class Text extends StringDeserializer {
  private static final long serialVersionUID = 1L;

  @Override
  public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
    String text = super.deserialize(json, context);
    if (text != null && text.codePoints().anyMatch(Text::isNoCharacter)) {
      context.reportInputMismatch(String.class, "not a text");
    }
    return text;
  }

  private static boolean isNoCharacter(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }
}
