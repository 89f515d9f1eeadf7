package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.node.NullNode;
import com.ojeomneo.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Counts what becomes of the rows, one after the other. */
final class BulkTally {
  private static final int SHOWN = 20;

  private final Resource resource;

  /** Null where rows go. */
  private final Column column;

  private final MessageDigest seen = sha256();
  private final List<BulkPreview.Change> first = new ArrayList<>();
  private final List<BulkPreview.Refusal> refused = new ArrayList<>();
  private int changes;
  private int unchanged;
  private int refusals;

  BulkTally(Resource resource, Column column) {
    this.resource = resource;
    this.column = column;
  }

  /**
   * @param after null when it is gone; the same as before when nothing changed
   */
  void done(Row before, Row after) {
    if (before == after) {
      unchanged++;
      note(before, "same");
      return;
    }
    changes++;
    note(before, after == null ? "gone" : after.members().get(column.name()).toString());
    if (first.size() < SHOWN) {
      first.add(
          new BulkPreview.Change(
              before.id(),
              title(before),
              column == null ? NullNode.instance : before.members().get(column.name()),
              column == null ? NullNode.instance : after.members().get(column.name()),
              column == null ? null : before.titles().get(column.name()),
              column == null ? null : after.titles().get(column.name())));
    }
  }

  void refused(Row row, Problem why) {
    refusals++;
    note(row, "refused");
    if (refused.size() < SHOWN) {
      refused.add(new BulkPreview.Refusal(row.id(), title(row), words(why)));
    }
  }

  BulkPreview preview() {
    return new BulkPreview(
        changes + unchanged + refusals,
        changes,
        unchanged,
        refusals,
        List.copyOf(first),
        List.copyOf(refused),
        HexFormat.of().formatHex(seen.digest()));
  }

  private void note(Row row, String outcome) {
    seen.update(
        "%s %s %s\n".formatted(row.id(), row.version(), outcome).getBytes(StandardCharsets.UTF_8));
  }

  private String title(Row row) {
    return Presented.masked(resource.title().mask(), row.members().get(resource.title().name()))
        .asText();
  }

  private static Label words(Problem why) {
    if (!why.errors().isEmpty()) {
      var error = why.errors().getFirst();
      return new Label(error.korean(), error.english());
    }
    return new Label(
        why.detail().orElse(why.code().korean()),
        why.detailInEnglish().orElse(why.code().english()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
