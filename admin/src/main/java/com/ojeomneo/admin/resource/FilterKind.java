package com.ojeomneo.admin.resource;

/** How a list may be narrowed by a column. */
public enum FilterKind {
  CHOICE,
  BOOLEAN,
  /** {@code {"from", "to"}}, both included; an {@code INSTANT} ends before {@code to}. */
  RANGE,
  REFERENCE,
  /** The whole text. */
  TEXT
}
