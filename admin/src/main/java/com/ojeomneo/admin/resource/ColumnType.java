package com.ojeomneo.admin.resource;

/** What a column holds, as JSON and as its input in a form. */
public enum ColumnType {
  /** A key made by us or by the provider; shown, never typed. */
  ID,
  /** One line. */
  TEXT,
  LONG_TEXT,
  INTEGER,
  /** KRW, integer. */
  MONEY,
  BOOLEAN,
  /** RFC 3339 in UTC. */
  INSTANT,
  /** {@code 2026-11-25}, of Seoul. */
  DATE,
  /** {@code 11:30}, of Seoul. */
  TIME,
  CHOICE,
  /** An array of choices, in the order of the declaration. */
  CHOICES,
  /** An array of words. */
  TAGS,
  /** The key of a row of another resource. */
  REFERENCE,
  /** The SHA-256 of a picture. */
  IMAGE,
  /** An address of a picture, ours or another's. */
  IMAGE_URL,
  JSON
}
