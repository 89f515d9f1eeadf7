package com.ojeomneo.menu;

import static com.ojeomneo.schema.jooq.Tables.IMAGES;
import static org.jooq.Records.mapping;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/** The SQL of pictures. */
public final class Images {
  /**
   * Where they are served. Without a host: an answer is the same whatever name we are called by.
   */
  private static final String PATH = "/ojeomneo/v1/images/";

  private Images() {}

  public static Optional<Image> find(DSLContext sql, String sha256) {
    return sql.select(IMAGES.SHA256, IMAGES.MEDIA_TYPE, IMAGES.BYTES)
        .from(IMAGES)
        .where(IMAGES.SHA256.eq(sha256))
        .fetchOptional(mapping(Image::new));
  }

  /**
   * @return whether it was not there yet
   */
  public static boolean add(DSLContext tx, Image image, Instant now) {
    return tx.insertInto(IMAGES)
            .set(IMAGES.SHA256, image.sha256())
            .set(IMAGES.MEDIA_TYPE, image.mediaType())
            .set(IMAGES.BYTES, image.bytes())
            .set(IMAGES.CREATED_AT, now)
            .onConflict(IMAGES.SHA256)
            .doNothing()
            .execute()
        == 1;
  }

  /** A reference to be resolved against the address of the API; null for none. */
  public static String url(String sha256) {
    return sha256 == null ? null : PATH + sha256;
  }
}
