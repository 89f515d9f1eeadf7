package com.ojeomneo.menu;

import java.util.List;

/**
 * A dish with everything that can be chosen with it, and what its eaters must know.
 *
 * @param origin where its ingredients come from, in the words of its label; null when it needs none
 */
public record MenuDetail(
    MenuItem item, List<OptionGroup> optionGroups, List<Allergen> allergens, String origin) {}
