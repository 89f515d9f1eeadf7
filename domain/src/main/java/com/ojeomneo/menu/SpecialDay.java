package com.ojeomneo.menu;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a shop does otherwise on one business day; what is null or empty is as usual.
 *
 * @param openings instead of those of its day of the week
 * @param cutoffMinutes last order: this long before closing
 * @param slotCapacity orders in one slot; with 0 none are taken
 */
public record SpecialDay(
    List<Opening> openings, @Nullable Integer cutoffMinutes, @Nullable Integer slotCapacity) {
  public SpecialDay {
    openings = openings.stream().sorted(Comparator.comparing(Opening::opensAt)).toList();
  }

  /** The same day, open at the other's times, too. */
  SpecialDay and(SpecialDay other) {
    return new SpecialDay(
        Stream.concat(openings.stream(), other.openings.stream()).toList(),
        cutoffMinutes,
        slotCapacity);
  }
}
