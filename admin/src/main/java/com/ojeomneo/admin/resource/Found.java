package com.ojeomneo.admin.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row that a search found, as everybody may see it.
 *
 * @param title what it is called, masked where that is a person's data
 * @param of what the first row is called that it names, such as the shop of an order
 * @param at the time that its list is sorted by
 */
public record Found(
    String resource, String id, String title, @Nullable String of, @Nullable Instant at) {}
