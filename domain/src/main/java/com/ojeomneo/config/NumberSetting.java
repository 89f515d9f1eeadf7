package com.ojeomneo.config;

import static com.ojeomneo.schema.jooq.Tables.APP_SETTINGS;

import org.jboss.logging.Logger;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** A whole number among {@code app_settings} that the product itself goes by. */
public final class NumberSetting {
  private static final Logger LOG = Logger.getLogger(NumberSetting.class);

  private final String key;
  private final int min;
  private final int max;
  private final int fallback;
  private volatile String complainedOf = "";

  /**
   * @param fallback what holds while the setting is missing, or is no whole number from {@code min}
   *     to {@code max}
   */
  public NumberSetting(String key, int min, int max, int fallback) {
    this.key = key;
    this.min = min;
    this.max = max;
    this.fallback = fallback;
  }

  /** As it is now; a bad value is logged once. */
  public int get(DSLContext sql) {
    String value =
        sql.select(APP_SETTINGS.VALUE.convertFrom(JSONB::data))
            .from(APP_SETTINGS)
            .where(APP_SETTINGS.KEY.eq(key))
            .fetchOptional(row -> row.value1())
            .orElse(String.valueOf(fallback));
    if (value.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    }
    if (!value.equals(complainedOf)) {
      LOG.errorf("setting %s is %s, not %d to %d: %d holds", key, value, min, max, fallback);
      complainedOf = value;
    }
    return fallback;
  }
}
