package com.ojeomneo.platform.http;

import com.ojeomneo.platform.problem.Problem;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is read in the order of its ids. There is no total: it would cost more
 * than the page.
 *
 * @param nextCursor opaque; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
  public static final int DEFAULT_LIMIT = 20;
  public static final int MAX_LIMIT = 100;

  /**
   * @param rows at most {@code limit + 1} rows: the extra one says that there is more
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, UUID> id) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = List.copyOf(rows.subList(0, limit));
    return new Page<>(items, cursor(id.apply(items.getLast())));
  }

  /**
   * @param limit the query parameter, null for the default
   * @throws Problem 400 unless it is 1 to 100
   */
  public static int limit(String limit) {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    if (limit.matches("[0-9]{1,3}")) {
      int number = Integer.parseInt(limit);
      if (number >= 1 && number <= MAX_LIMIT) {
        return number;
      }
    }
    throw Problem.invalid("limit", "1 이상 100 이하로 보내 주세요.", "Send 1 to 100.");
  }

  /**
   * @return the id after which the page begins, null for the first page
   * @throws Problem 400 when the cursor is none of ours
   */
  public static UUID after(String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      if (bytes.length == 16) {
        ByteBuffer id = ByteBuffer.wrap(bytes);
        return new UUID(id.getLong(), id.getLong());
      }
    } catch (IllegalArgumentException malformed) {
      // answered below, as any other wrong cursor
    }
    throw Problem.invalid("cursor", "처음부터 다시 불러와 주세요.", "This is not one of our cursors.");
  }

  private static String cursor(UUID id) {
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
