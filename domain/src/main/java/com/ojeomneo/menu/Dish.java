package com.ojeomneo.menu;

import com.ojeomneo.money.Won;
import java.util.List;
import java.util.UUID;

/**
 * A dish as it stands on the menu at this moment: what checkout charges and checks.
 *
 * @param dailyLimit portions a business day; null is unlimited
 * @param soldOut staff took it off for now; what is left of a daily limit is known by taking it
 * @param times when it is sold
 */
public record Dish(
    UUID id,
    String name,
    Won price,
    Integer dailyLimit,
    boolean soldOut,
    SaleTimes times,
    List<OptionGroup> optionGroups) {}
