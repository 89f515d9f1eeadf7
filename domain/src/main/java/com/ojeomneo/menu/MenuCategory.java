package com.ojeomneo.menu;

/**
 * A category of dishes.
 *
 * @param id its code
 */
public record MenuCategory(String id, String name) {}
