package com.ojeomneo.menu;

import com.ojeomneo.money.Won;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dish as customers see it in a list.
 *
 * @param category code of a {@link MenuCategory}
 * @param imageUrl its own picture, else its category's; null when there is neither
 * @param soldOut none to be had now: staff said so, or the business day's portions are gone
 */
public record MenuItem(
    UUID id,
    UUID storeId,
    String name,
    String description,
    String category,
    String categoryName,
    Won price,
    @Nullable String imageUrl,
    boolean soldOut,
    List<String> tags) {}
