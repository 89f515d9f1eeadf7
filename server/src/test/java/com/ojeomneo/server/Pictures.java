package com.ojeomneo.server;

import static com.ojeomneo.schema.jooq.Tables.IMAGES;
import static com.ojeomneo.schema.jooq.Tables.MENU_CATEGORIES;

import com.ojeomneo.platform.database.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jooq.DSLContext;

/** Pictures of a test's own, written as the owner of the tables. */
public final class Pictures {
  private Pictures() {}

  /** Its name, once it is there. */
  public static String add(String svg) {
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    String sha256 = HexFormat.of().formatHex(sha256(bytes));
    sql()
        .insertInto(IMAGES)
        .set(IMAGES.SHA256, sha256)
        .set(IMAGES.MEDIA_TYPE, "image/svg+xml")
        .set(IMAGES.BYTES, bytes)
        .set(IMAGES.CREATED_AT, Instant.now())
        .onConflictDoNothing()
        .execute();
    return sha256;
  }

  /** A category of this code with the picture. */
  public static void ofCategory(String code, String sha256) {
    sql()
        .insertInto(MENU_CATEGORIES)
        .set(MENU_CATEGORIES.CODE, code)
        .set(MENU_CATEGORIES.NAME, "그림 " + code)
        .set(MENU_CATEGORIES.POSITION, 1)
        .set(MENU_CATEGORIES.IMAGE, sha256)
        .execute();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DSLContext sql() {
    return new Database(TestStack.owner()).sql();
  }
}
