package com.ojeomneo.admin.session;

import com.ojeomneo.platform.problem.ProblemCode;

/** Refusals of signing in and of requests that belong to nobody. */
enum SessionProblem implements ProblemCode {
  LOGIN_FAILED(401, "이메일 또는 비밀번호가 맞지 않아요.", "The e-mail address or the password is wrong."),
  CODE_REQUIRED(401, "인증 앱의 6자리 코드를 입력해 주세요.", "Please enter the code of your authenticator app."),
  CODE_WRONG(401, "코드가 맞지 않거나 이미 사용되었어요.", "The code is wrong, or was used before."),
  SESSION_ENDED(401, "로그인이 필요해요.", "Please sign in."),
  CSRF_TOKEN_INVALID(403, "페이지를 새로 고친 뒤 다시 시도해 주세요.", "Please reload the page and try again."),
  SECOND_FACTOR_REQUIRED(
      403, "2단계 인증을 켜야 이용할 수 있어요.", "Your role takes a second factor: please turn it on."),
  SECOND_FACTOR_ON(409, "이미 2단계 인증을 사용하고 있어요.", "A second factor is in use already."),
  SECOND_FACTOR_OFF(409, "2단계 인증을 먼저 시작해 주세요.", "No second factor has been begun.");

  private final Meaning meaning;

  SessionProblem(int status, String korean, String english) {
    this.meaning = new Meaning(status, korean, english);
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
