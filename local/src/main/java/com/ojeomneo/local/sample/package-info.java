/**
 * What a fresh local stack sells: shops around a Seoul office, their dishes and hours, settings, a
 * notice, and a drawing for each category and shop. The data is in YAML beside these classes, one
 * file a shop; it is loaded once, whole, into an empty database. Orders are not among it: those are
 * placed, not inserted.
 */
package com.ojeomneo.local.sample;
