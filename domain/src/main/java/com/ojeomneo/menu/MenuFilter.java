package com.ojeomneo.menu;

import java.text.Normalizer;
import java.util.UUID;

/**
 * Which dishes a list shows; each part may be null.
 *
 * @param category a code; an unknown one matches nothing
 * @param text part of the name, whether its Hangul is composed or not
 */
public record MenuFilter(UUID storeId, String category, String text) {
  public static final MenuFilter ALL = new MenuFilter(null, null, null);

  /** The LIKE pattern over the decomposed name: what the index holds. */
  String pattern() {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    return "%" + decomposed.replaceAll("[\\\\%_]", "\\\\$0") + "%";
  }
}
