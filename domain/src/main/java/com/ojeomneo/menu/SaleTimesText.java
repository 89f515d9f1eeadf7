package com.ojeomneo.menu;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** When a dish is sold, in words: {@code 월–금 11:00–14:00, 토 17:00–02:00}. */
public final class SaleTimesText {
  private SaleTimesText() {}

  public static String of(SaleTimes times, Locale language) {
    boolean english = language.equals(Locale.ENGLISH);
    var parts = new ArrayList<String>();
    if (times.from() != null || times.until() != null) {
      parts.add(
          (times.from() == null ? "" : times.from().toString())
              + (english ? " – " : " ~ ")
              + (times.until() == null ? "" : times.until().toString()));
    }
    if (!times.windows().isEmpty()) {
      parts.add(
          times.windows().stream()
              .map(window -> window(window, english))
              .collect(Collectors.joining(", ")));
    }
    String joined = parts.stream().map(String::strip).collect(Collectors.joining(" · "));
    return joined.isEmpty() ? english ? "always" : "항상" : joined;
  }

  private static String window(SaleWindow window, boolean english) {
    String days = days(window.sortedDays(), english);
    return window.from().equals(window.until())
        ? days + (english ? " all day" : " 종일")
        : days + " " + time(window.from()) + "–" + time(window.until());
  }

  private static String days(List<DayOfWeek> days, boolean english) {
    if (days.size() == DayOfWeek.values().length) {
      return english ? "daily" : "매일";
    }
    Locale language = english ? Locale.ENGLISH : Locale.KOREAN;
    List<String> names =
        days.stream().map(day -> day.getDisplayName(TextStyle.SHORT, language)).toList();
    boolean inARow = days.getLast().getValue() - days.getFirst().getValue() == days.size() - 1;
    return inARow && days.size() > 2
        ? names.getFirst() + "–" + names.getLast()
        : String.join(english ? ", " : "·", names);
  }

  private static String time(LocalTime time) {
    return "%02d:%02d".formatted(time.getHour(), time.getMinute());
  }
}
