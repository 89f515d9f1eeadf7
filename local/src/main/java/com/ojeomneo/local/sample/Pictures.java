package com.ojeomneo.local.sample;

import static com.ojeomneo.schema.jooq.Tables.IMAGES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jooq.DSLContext;

/** Writes the drawings beside these classes as rows. */
record Pictures(DSLContext sql, Instant now) {
  /**
   * @param file without its ending
   * @return by what name it is referred to
   */
  String add(String file) {
    byte[] bytes = read("pictures/" + file + ".svg");
    String name = HexFormat.of().formatHex(sha256(bytes));
    sql.insertInto(IMAGES)
        .set(IMAGES.SHA256, name)
        .set(IMAGES.MEDIA_TYPE, "image/svg+xml")
        .set(IMAGES.BYTES, bytes)
        .set(IMAGES.CREATED_AT, now)
        .execute();
    return name;
  }

  private static byte[] read(String file) {
    try (var resource = Pictures.class.getResourceAsStream(file)) {
      if (resource == null) {
        throw new IllegalStateException("sample data: no " + file);
      }
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("sample data: " + file, e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
