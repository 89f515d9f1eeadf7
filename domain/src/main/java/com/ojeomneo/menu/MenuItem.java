package com.ojeomneo.menu;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.ojeomneo.money.Won;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dish as customers see it in a list.
 *
 * @param category code of a {@link MenuCategory}
 * @param imageUrl its own picture, else its category's; null when there is neither
 * @param price what it costs now; an order is charged what it costs when it is placed
 * @param soldOut none to be had now: staff said so, the business day's portions are gone, or it is
 *     not sold at this time
 * @param changesAt when the clock makes something else of it, such as its next price; absent for
 *     never. Whoever shows it reads it again then.
 * @param availability when it is sold; absent for always
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
    List<String> tags,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant changesAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) Availability availability) {}
