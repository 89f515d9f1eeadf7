package com.ojeomneo.social;

import com.ojeomneo.platform.problem.ProblemCode;

/** Why nobody vouched for somebody. */
public enum SocialProblem implements ProblemCode {
  SOCIAL_LOGIN_FAILED(
      401,
      "로그인을 확인하지 못했어요. 처음부터 다시 시도해 주세요.",
      "The log-in could not be verified. Please begin again."),
  PROVIDER_AWAY(
      503,
      "지금은 이 방법으로 로그인할 수 없어요. 잠시 뒤에 다시 시도해 주세요.",
      "This way to log in is out of order at the moment. Please try again soon.");

  private final Meaning meaning;

  SocialProblem(int status, String korean, String english) {
    this.meaning = new Meaning(status, korean, english);
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
