package com.ojeomneo.menu;

/**
 * A category of dishes.
 *
 * @param id its code
 * @param imageUrl null when it has no picture
 */
public record MenuCategory(String id, String name, String imageUrl) {}
