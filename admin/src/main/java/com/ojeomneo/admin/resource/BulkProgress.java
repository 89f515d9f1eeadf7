package com.ojeomneo.admin.resource;

import org.jspecify.annotations.Nullable;

/**
 * How far something long is.
 *
 * @param changed once all is done
 * @param code why nothing is done
 */
record BulkProgress(
    int done, int of, @Nullable Integer changed, @Nullable String code, @Nullable String message) {}
