package com.ojeomneo.server.menu;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.ojeomneo.menu.Allergen;
import com.ojeomneo.menu.MenuDetail;
import com.ojeomneo.menu.MenuItem;
import com.ojeomneo.menu.OptionGroup;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dish with its options in one flat object, in the language of the customer.
 *
 * @param origin 원산지 표시; null when it needs none
 */
@Schema(name = "MenuDetail")
record DishView(
    @JsonUnwrapped MenuItem item,
    List<OptionGroup> optionGroups,
    List<AllergenView> allergens,
    @Nullable String origin) {

  /**
   * @param name Korean or English
   */
  record AllergenView(Allergen code, String name) {}

  static DishView of(MenuDetail dish, Locale language) {
    boolean english = language.equals(Locale.ENGLISH);
    return new DishView(
        dish.item(),
        dish.optionGroups(),
        dish.allergens().stream()
            .map(a -> new AllergenView(a, english ? a.english() : a.korean()))
            .toList(),
        dish.origin());
  }
}
