package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A row as it is sent. */
final class Presented {
  private Presented() {}

  /**
   * @param revealed whether the reader has given a reason to see personal data
   */
  static ObjectNode of(Resource resource, Row row, boolean revealed) {
    ObjectNode sent = JsonNodeFactory.instance.objectNode();
    sent.put("id", row.id());
    if (row.version() != null) {
      sent.put("version", row.version());
    }
    row.members().properties().forEach(member -> sent.set(member.getKey(), member.getValue()));
    sent.put("id", row.id());
    if (!row.titles().isEmpty()) {
      ObjectNode titles = sent.putObject("titles");
      row.titles().forEach(titles::put);
    }
    if (resource.hasPersonalData() && !revealed) {
      var masked = sent.putArray("masked");
      for (Column column : resource.columns()) {
        if (column.isPersonal()) {
          sent.set(column.name(), masked(column.mask(), row.members().get(column.name())));
          masked.add(column.name());
        }
      }
    }
    return sent;
  }

  /**
   * @param mask null for what everybody may see
   */
  static JsonNode masked(Mask mask, JsonNode value) {
    return mask == null || value.isNull() ? value : TextNode.valueOf(mask.of(value.asText()));
  }
}
