package com.ojeomneo.admin.resource;

import java.io.IOException;

/**
 * A file that grows by rows and keeps none of them. Until it is finished nobody takes it for whole.
 */
interface TableWriter {
  void write(Row row) throws IOException;

  void finish() throws IOException;
}
