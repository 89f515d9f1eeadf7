package com.ojeomneo.local.sample;

import static com.ojeomneo.schema.jooq.Tables.APP_SETTINGS;
import static com.ojeomneo.schema.jooq.Tables.FEATURE_FLAGS;
import static com.ojeomneo.schema.jooq.Tables.MENU_CATEGORIES;
import static com.ojeomneo.schema.jooq.Tables.NOTICES;
import static com.ojeomneo.schema.jooq.Tables.STORES;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.time.Clock;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Fills an empty database, in one transaction: an interrupted load leaves nothing behind. */
public final class SampleData {
  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private final Clock clock;

  public SampleData(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param owner a connection of the tables' owner, in auto-commit mode
   * @return how many shops were added; 0 when there already was one
   */
  public int loadOnce(Connection owner) {
    return DSL.using(owner, SQLDialect.POSTGRES)
        .transactionResult(
            transaction -> {
              DSLContext sql = transaction.dsl();
              return sql.fetchExists(STORES) ? 0 : load(sql);
            });
  }

  private int load(DSLContext sql) {
    Catalogue catalogue = Catalogue.read();
    var pictures = new Pictures(sql, clock.instant());
    addCategories(sql, catalogue, pictures);
    addSettings(sql, catalogue);
    addNotices(sql, catalogue);
    var rows = new ShopRows(sql, clock.instant());
    for (String file : catalogue.storeFiles()) {
      rows.add(Catalogue.shop(file), pictures.add("shop-" + file));
    }
    return catalogue.storeFiles().size();
  }

  private static void addCategories(DSLContext sql, Catalogue catalogue, Pictures pictures) {
    int position = 0;
    for (var category : catalogue.categories().entrySet()) {
      sql.insertInto(MENU_CATEGORIES)
          .set(MENU_CATEGORIES.CODE, category.getKey())
          .set(MENU_CATEGORIES.NAME, category.getValue())
          .set(MENU_CATEGORIES.POSITION, ++position)
          .set(MENU_CATEGORIES.IMAGE, pictures.add("category-" + category.getKey()))
          .execute();
    }
  }

  private static void addSettings(DSLContext sql, Catalogue catalogue) {
    catalogue
        .settings()
        .forEach(
            (key, setting) ->
                sql.insertInto(APP_SETTINGS)
                    .set(APP_SETTINGS.KEY, key)
                    .set(APP_SETTINGS.VALUE, JSONB.valueOf(setting.value().toString()))
                    .set(APP_SETTINGS.PUBLIC, setting.isPublic())
                    .set(APP_SETTINGS.DESCRIPTION, setting.description())
                    .execute());
    catalogue
        .features()
        .forEach(
            (key, feature) ->
                sql.insertInto(FEATURE_FLAGS)
                    .set(FEATURE_FLAGS.KEY, key)
                    .set(FEATURE_FLAGS.ENABLED, feature.enabled())
                    .set(FEATURE_FLAGS.DESCRIPTION, feature.description())
                    .execute());
  }

  private void addNotices(DSLContext sql, Catalogue catalogue) {
    for (Catalogue.Notice notice : catalogue.notices()) {
      sql.insertInto(NOTICES)
          .set(NOTICES.ID, UuidCreator.getTimeOrderedEpochPlus1())
          .set(NOTICES.TITLE, notice.title())
          .set(NOTICES.BODY, notice.body())
          .set(NOTICES.STARTS_AT, clock.instant())
          .execute();
    }
  }
}
