package com.ojeomneo.menu;

import static com.ojeomneo.schema.jooq.Tables.OPTIONS;
import static com.ojeomneo.schema.jooq.Tables.OPTION_GROUPS;
import static org.jooq.impl.DSL.any;

import com.ojeomneo.money.Won;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/** The SQL of option groups and their options, in the order in which staff arranged them. */
final class OptionGroups {
  private OptionGroups() {}

  /** The groups of each dish that has any. */
  static Map<UUID, List<OptionGroup>> of(DSLContext sql, Collection<UUID> menuIds) {
    UUID[] menus = menuIds.toArray(UUID[]::new);
    Map<UUID, List<Choice>> choices =
        sql.select(OPTIONS.GROUP_ID, OPTIONS.ID, OPTIONS.NAME, OPTIONS.PRICE, OPTIONS.SOLD_OUT)
            .from(OPTIONS)
            .join(OPTION_GROUPS)
            .on(OPTION_GROUPS.ID.eq(OPTIONS.GROUP_ID))
            .where(OPTION_GROUPS.MENU_ID.eq(any(menus)))
            .orderBy(OPTIONS.GROUP_ID, OPTIONS.POSITION)
            .fetchGroups(
                OPTIONS.GROUP_ID,
                row -> new Choice(row.value2(), row.value3(), new Won(row.value4()), row.value5()));
    return sql.selectFrom(OPTION_GROUPS)
        .where(OPTION_GROUPS.MENU_ID.eq(any(menus)))
        .orderBy(OPTION_GROUPS.MENU_ID, OPTION_GROUPS.POSITION)
        .fetchGroups(
            OPTION_GROUPS.MENU_ID,
            row ->
                new OptionGroup(
                    row.getId(),
                    row.getName(),
                    row.getMinChoices(),
                    row.getMaxChoices(),
                    choices.getOrDefault(row.getId(), List.of())));
  }
}
