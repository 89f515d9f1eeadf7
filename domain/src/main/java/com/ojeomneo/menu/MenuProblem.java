package com.ojeomneo.menu;

import com.ojeomneo.platform.problem.ProblemCode;

/** Why a change of the catalogue is refused. */
public enum MenuProblem implements ProblemCode {
  NO_DAILY_LIMIT(409, "하루 한정 수량이 없는 메뉴예요.", "This dish has no daily limit."),
  STOCK_CHANGED(409, "그 사이에 재고가 달라졌어요.", "The stock has changed meanwhile.");

  private final int status;
  private final String korean;
  private final String english;

  MenuProblem(int status, String korean, String english) {
    this.status = status;
    this.korean = korean;
    this.english = english;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String korean() {
    return korean;
  }

  @Override
  public String english() {
    return english;
  }
}
