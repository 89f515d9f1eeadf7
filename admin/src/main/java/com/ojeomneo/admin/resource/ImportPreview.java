package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What would come of a file.
 *
 * @param id of this import: the run takes it, and rows that are made get theirs from it
 * @param refused rows in which something is wrong; with any, nothing can be imported
 * @param first of those that would be made or changed, at most 100
 * @param errors the first cells that are wrong, at most 100
 * @param seen stands for the file, the rows and what becomes of each: the run takes it
 */
record ImportPreview(
    UUID id,
    int rows,
    int created,
    int updated,
    int unchanged,
    int refused,
    List<ImportedRow> first,
    List<ImportError> errors,
    String seen) {

  /**
   * @param row as a spreadsheet counts, the header being 1
   * @param made whether it is a new one
   */
  @Schema(name = "ImportedRow")
  record ImportedRow(int row, String title, boolean made, List<ImportedCell> cells) {}

  /**
   * @param before null of a new row
   * @param beforeTitle what the row is called that the value names
   */
  @Schema(name = "ImportedCell")
  record ImportedCell(
      String column,
      JsonNode before,
      JsonNode after,
      @Nullable String beforeTitle,
      @Nullable String afterTitle) {}

  /**
   * @param column its name; null where the whole row is wrong
   * @param value as the file has it, its beginning
   */
  @Schema(name = "ImportError")
  record ImportError(int row, @Nullable String column, String value, Label why) {}
}
