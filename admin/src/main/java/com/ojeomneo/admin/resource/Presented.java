package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A row as it is sent: each column is a member by its name.
 *
 * @param version left out where rows have none
 * @param titles of the rows that it names, by the name of the column
 * @param masked the columns whose value is hidden
 */
@Schema(name = "Row", additionalProperties = Schema.True.class)
record Presented(
    String id,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer version,
    @JsonAnyGetter @Schema(hidden = true) Map<String, JsonNode> members,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> titles,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> masked) {

  /** What no column may be called; one called {@code id} is the row's. */
  static final List<String> OWN = List.of("version", "titles", "masked");

  /**
   * @param revealed whether the reader has given a reason to see personal data
   */
  static Presented of(Resource resource, Row row, boolean revealed) {
    var members = new LinkedHashMap<String, JsonNode>();
    row.members().properties().forEach(each -> members.put(each.getKey(), each.getValue()));
    members.remove("id");
    List<Column> hidden =
        revealed ? List.of() : resource.columns().stream().filter(Column::isPersonal).toList();
    hidden.forEach(
        column ->
            members.put(column.name(), masked(column.mask(), row.members().get(column.name()))));
    return new Presented(
        row.id(), row.version(), members, row.titles(), hidden.stream().map(Column::name).toList());
  }

  /**
   * @param mask null for what everybody may see
   */
  static JsonNode masked(Mask mask, JsonNode value) {
    return mask == null || value.isNull() ? value : TextNode.valueOf(mask.of(value.asText()));
  }
}
