package com.ojeomneo.menu;

import org.jspecify.annotations.Nullable;

/**
 * A category of dishes.
 *
 * @param id its code
 * @param imageUrl null when it has no picture
 */
public record MenuCategory(String id, String name, @Nullable String imageUrl) {}
