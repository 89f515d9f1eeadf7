package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** A file such as exports are, of rows that no list has: sums, for one. */
public final class TableFile {
  private final Resource shape;

  /**
   * @param shape its columns, none of which may be masked; its table need not be one
   */
  public TableFile(Resource shape) {
    this.shape = shape;
  }

  /**
   * @param rows each with a member for each column, null where there is nothing
   */
  public void write(List<ObjectNode> rows, ExportFormat format, boolean english, OutputStream to)
      throws IOException {
    var wish = new ExportWish(shape, null, null, shape.columns(), false, english);
    TableWriter table = format.writer(wish, to);
    for (ObjectNode row : rows) {
      table.write(new Row("", null, row, Map.of()));
    }
    table.finish();
  }
}
