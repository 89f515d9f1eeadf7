package com.ojeomneo.menu;

import com.ojeomneo.platform.problem.ProblemCode;

/** Why a change of the catalogue is refused. */
public enum MenuProblem implements ProblemCode {
  NO_DAILY_LIMIT(409, "하루 한정 수량이 없는 메뉴예요.", "This dish has no daily limit."),
  STOCK_CHANGED(409, "그 사이에 재고가 달라졌어요.", "The stock has changed meanwhile.");

  private final Meaning meaning;

  MenuProblem(int status, String korean, String english) {
    this.meaning = new Meaning(status, korean, english);
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
