package com.ojeomneo.menu;

/**
 * What Korean food labels must name (식품 등의 표시기준, 알레르기 유발물질). The names of the constants stand in
 * the database and in answers: they do not change.
 */
public enum Allergen {
  EGG("알류", "Egg"),
  MILK("우유", "Milk"),
  BUCKWHEAT("메밀", "Buckwheat"),
  PEANUT("땅콩", "Peanut"),
  SOY("대두", "Soy"),
  WHEAT("밀", "Wheat"),
  MACKEREL("고등어", "Mackerel"),
  CRAB("게", "Crab"),
  SHRIMP("새우", "Shrimp"),
  PORK("돼지고기", "Pork"),
  PEACH("복숭아", "Peach"),
  TOMATO("토마토", "Tomato"),
  SULFITE("아황산류", "Sulfites"),
  WALNUT("호두", "Walnut"),
  CHICKEN("닭고기", "Chicken"),
  BEEF("쇠고기", "Beef"),
  SQUID("오징어", "Squid"),
  SHELLFISH("조개류", "Shellfish"),
  PINE_NUT("잣", "Pine nut");

  private final String korean;
  private final String english;

  Allergen(String korean, String english) {
    this.korean = korean;
    this.english = english;
  }

  public String korean() {
    return korean;
  }

  public String english() {
    return english;
  }
}
