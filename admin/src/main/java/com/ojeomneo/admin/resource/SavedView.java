package com.ojeomneo.admin.resource;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list as somebody wants to see it again.
 *
 * @param mine whether it is the reader's, who may change it
 * @param owner whose it is, by name
 * @param filter as lists take it
 * @param sort as lists take it; null for the resource's own
 * @param columns in the order of the declaration; some may no longer be there
 */
record SavedView(
    UUID id,
    String resource,
    String name,
    boolean shared,
    boolean mine,
    String owner,
    @Nullable String filter,
    @Nullable String sort,
    List<String> columns,
    int version) {}
