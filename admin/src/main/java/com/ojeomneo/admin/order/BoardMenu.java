package com.ojeomneo.admin.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dish as the board has it.
 *
 * @param category code
 * @param soldOut staff said so
 * @param dailyLimit portions a business day; null is unlimited
 * @param remaining of the business day that is on, or comes next; null is unlimited
 */
record BoardMenu(
    UUID menuId,
    UUID storeId,
    String name,
    String category,
    boolean soldOut,
    @Nullable Integer dailyLimit,
    @Nullable Integer remaining) {}
