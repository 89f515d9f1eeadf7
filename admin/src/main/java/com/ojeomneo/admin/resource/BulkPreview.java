package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What would change.
 *
 * @param rows how many were looked at
 * @param changes how many would change, or go
 * @param unchanged how many are so already
 * @param refusals how many cannot be so; the run leaves them out
 * @param first of those that would change, at most 20
 * @param refused the first of those that cannot, at most 20
 * @param seen stands for the rows, their versions and what becomes of each: the run takes it
 */
record BulkPreview(
    int rows,
    int changes,
    int unchanged,
    int refusals,
    List<Change> first,
    List<Refusal> refused,
    String seen) {

  /**
   * @param before the value of the column; null where rows go
   * @param beforeTitle what the row is called that the value names
   */
  @Schema(name = "BulkChange")
  record Change(
      String id,
      String title,
      JsonNode before,
      JsonNode after,
      @Nullable String beforeTitle,
      @Nullable String afterTitle) {}

  @Schema(name = "BulkRefusal")
  record Refusal(String id, String title, Label why) {}
}
