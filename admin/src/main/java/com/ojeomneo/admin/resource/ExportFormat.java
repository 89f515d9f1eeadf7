package com.ojeomneo.admin.resource;

import com.ojeomneo.platform.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** What a list is written as. */
public enum ExportFormat {
  CSV("text/csv; charset=utf-8") {
    @Override
    TableWriter writer(ExportWish wish, OutputStream to) throws IOException {
      return new CsvTable(wish, to);
    }
  },
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
    @Override
    TableWriter writer(ExportWish wish, OutputStream to) {
      return new ExcelTable(wish, to);
    }
  };

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  abstract TableWriter writer(ExportWish wish, OutputStream to) throws IOException;

  String mediaType() {
    return mediaType;
  }

  /** Whether there is nothing to be won by compressing it again. */
  boolean isCompressed() {
    return this == XLSX;
  }

  /** The end of a file's name. */
  public String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param format of the request; null for CSV
   * @throws Problem 400 for what is none
   */
  public static ExportFormat of(String format) {
    return switch (format) {
      case null -> CSV;
      case "csv" -> CSV;
      case "xlsx" -> XLSX;
      default -> throw Problem.invalid("format", "csv 또는 xlsx여야 해요.", "Must be csv or xlsx.");
    };
  }
}
