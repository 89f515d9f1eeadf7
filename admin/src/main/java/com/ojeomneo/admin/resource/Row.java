package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A row as it is in the database.
 *
 * @param version null where rows have none
 * @param members its columns, and the rows within it where they were asked for; unmasked, so never
 *     to be sent as they are
 * @param titles what the rows are called that it names, by the name of the column
 */
record Row(String id, Integer version, ObjectNode members, Map<String, String> titles) {

  /** Also of {@link Column#versionOf}. */
  JsonNode value(Column column) {
    return column.name().equals("version") ? IntNode.valueOf(version) : members.get(column.name());
  }
}
