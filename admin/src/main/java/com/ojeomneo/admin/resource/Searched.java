package com.ojeomneo.admin.resource;

import org.jooq.Field;

/**
 * Part of the search.
 *
 * @param part whether a part of it will do, in any case and however its Hangul is composed
 */
record Searched(Column column, Field<String> text, boolean part) {}
