package com.ojeomneo.admin.customer;

import com.ojeomneo.platform.problem.ProblemCode;

/** Refusals of views of customers. */
enum CustomerProblem implements ProblemCode {
  APP_UNKNOWN(
      409, "앱의 주소(PUBLIC_URL)가 설정되지 않았어요.", "The address of the app (PUBLIC_URL) is not set.");

  private final Meaning meaning;

  CustomerProblem(int status, String korean, String english) {
    this.meaning = new Meaning(status, korean, english);
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
