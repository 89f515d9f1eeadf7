package com.ojeomneo.admin.password;

import com.ojeomneo.platform.problem.ProblemCode;

/** Refusals of links and passwords. */
enum PasswordProblem implements ProblemCode {
  LINK_OVER(
      409,
      "이 링크는 이미 썼거나 기한이 지났어요. 다시 요청해 주세요.",
      "This link was used, or its time is over. Please ask for another."),
  EMAIL_TAKEN(409, "이미 등록된 이메일이에요.", "This e-mail address is somebody's already."),
  JOINED_ALREADY(409, "이미 들어온 직원이에요.", "They have joined already."),
  MAIL_OFF(
      409, "메일 서버가 설정되지 않아 메일을 보낼 수 없어요.", "No mail server is set, so that no mail can be sent.");

  private final Meaning meaning;

  PasswordProblem(int status, String korean, String english) {
    this.meaning = new Meaning(status, korean, english);
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
