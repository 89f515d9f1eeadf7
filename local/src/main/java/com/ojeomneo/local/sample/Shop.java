package com.ojeomneo.local.sample;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.ojeomneo.menu.Allergen;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** One shop with what it sells. Option groups are named once and used by several dishes. */
record Shop(
    String name,
    String description,
    int cutoffMinutes,
    int prepMinutes,
    int slotMinutes,
    int slotCapacity,
    int maxQuantity,
    List<Hours> hours,
    List<Closure> closures,
    Map<String, OptionGroup> optionGroups,
    List<Dish> menus) {

  Shop {
    closures = closures == null ? List.of() : closures;
  }

  /**
   * @param days ISO days of the week, 1 is Monday
   */
  record Hours(List<Short> days, List<Opening> open) {}

  /** As {@code 17:00-02:00}; an end at or before the start is on the next day. */
  record Opening(LocalTime opens, LocalTime closes) {
    @JsonCreator
    static Opening parse(String range) {
      String[] ends = range.split("-");
      return new Opening(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }
  }

  record Closure(LocalDate from, LocalDate to, String reason) {
    @JsonCreator
    static Closure of(
        @JsonProperty("from") String from,
        @JsonProperty("to") String to,
        @JsonProperty("reason") String reason) {
      return new Closure(LocalDate.parse(from), LocalDate.parse(to), reason);
    }
  }

  /**
   * @param options name to price, KRW, in the order in which they are offered
   */
  record OptionGroup(String name, int min, int max, Map<String, Integer> options) {}

  /**
   * @param price KRW, tax included
   * @param origin 원산지 표시; null where the law asks for none
   * @param dailyLimit portions a day, null is unlimited
   * @param options names of the shop's option groups
   * @param soldAt when it is sold; nothing is always
   * @param nextPrice what it is going to cost, null for no plan
   */
  record Dish(
      String name,
      String category,
      int price,
      List<String> tags,
      String description,
      List<Allergen> allergens,
      String origin,
      Integer dailyLimit,
      List<String> options,
      List<Hours> soldAt,
      NextPrice nextPrice) {

    Dish {
      allergens = allergens == null ? List.of() : allergens;
      options = options == null ? List.of() : options;
      soldAt = soldAt == null ? List.of() : soldAt;
    }
  }

  /**
   * @param inDays from midnight in Seoul, so many days from the one on which it is loaded
   */
  record NextPrice(int inDays, int price) {}
}
