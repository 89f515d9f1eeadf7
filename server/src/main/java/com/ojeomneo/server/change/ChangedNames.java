package com.ojeomneo.server.change;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What changed since apps were last told, by the tags of the cache that an app knows: {@code
 * config}, {@code menus:{store}} for a shop and all in it, {@code menu:{id}} for a dish whose shop
 * is as it was, and {@code all}. Not thread-safe.
 */
final class ChangedNames {
  /** More than that is as good as all. */
  static final int MOST = 20;

  static final String ALL = "all";

  private static final String SHOP = "menus:";
  private static final String DISH = "menu:";
  private static final String CONFIG = "config";

  private final Set<String> names = new TreeSet<>();

  /**
   * @param tags of one event
   */
  void add(List<String> tags) {
    boolean ofShop = tags.stream().anyMatch(tag -> tag.startsWith(SHOP));
    for (String tag : tags) {
      // Whoever shows a dish hears of its shop; a shop that changes names every dish it has.
      if (tag.equals(ALL)
          || tag.equals(CONFIG)
          || tag.startsWith(SHOP)
          || tag.startsWith(DISH) && !ofShop) {
        names.add(tag);
      }
    }
    if (names.size() > MOST) {
      names.add(ALL);
    }
    if (names.contains(ALL)) {
      names.removeIf(name -> name.startsWith(SHOP) || name.startsWith(DISH));
    }
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** What there is to tell; from now on there is nothing. */
  List<String> take() {
    List<String> taken = List.copyOf(names);
    names.clear();
    return taken;
  }
}
