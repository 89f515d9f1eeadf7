package com.ojeomneo.server.menu;

import com.ojeomneo.menu.MenuFilter;
import com.ojeomneo.platform.cache.CacheKey;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the answers about shops and dishes are called in the cache. */
final class CatalogueKeys {
  private static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);

  /** As the database wants it: everything else is the name of no category. */
  private static final Pattern CATEGORY = Pattern.compile("[a-z][a-z0-9-]{1,30}");

  static final CacheKey CATEGORIES = new CacheKey("categories", "all", "all", TIME_TO_LIVE, true);

  private CatalogueKeys() {}

  static CacheKey menu(UUID id, Locale language) {
    boolean english = language.equals(Locale.ENGLISH);
    return new CacheKey("menu", id + (english ? ":en" : ""), "menu:" + id, TIME_TO_LIVE, true);
  }

  /** Not so what somebody types, and what nothing belongs to. */
  static boolean isAskedOften(MenuFilter filter) {
    return filter.text() == null
        && (filter.category() == null || CATEGORY.matcher(filter.category()).matches());
  }

  /** Only first pages are shared: a cursor is whatever a client makes of it. */
  static CacheKey menus(MenuFilter filter, UUID after, int limit) {
    UUID store = filter.storeId();
    return new CacheKey(
        "menus",
        orAll(store) + ":" + orAll(filter.category()) + ":" + orAll(after) + ":" + limit,
        tag(store),
        TIME_TO_LIVE,
        after == null);
  }

  /** What is sold changes too often to be announced. */
  static CacheKey popular(UUID store, int limit) {
    return new CacheKey(
        "popular", orAll(store) + ":" + limit, tag(store), Duration.ofMinutes(1), true);
  }

  static CacheKey store(UUID id) {
    return new CacheKey("store", id.toString(), "store:" + id, TIME_TO_LIVE, true);
  }

  static CacheKey stores(UUID after, int limit) {
    return new CacheKey(
        "stores", orAll(after) + ":" + limit, "stores", TIME_TO_LIVE, after == null);
  }

  private static String tag(UUID store) {
    return store == null ? "menus" : "menus:" + store;
  }

  private static Object orAll(Object part) {
    return part == null ? "all" : part;
  }
}
