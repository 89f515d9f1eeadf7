package com.ojeomneo.user;

import com.ojeomneo.platform.problem.ProblemCode;

/** Why an account or a log-in was refused. */
public enum UserProblem implements ProblemCode {
  PASSWORD_TOO_COMMON(
      400,
      "너무 흔하거나 이메일과 비슷한 비밀번호예요. 다른 비밀번호를 써 주세요.",
      "This password is too common, or too much like your e-mail address. Please choose another one."),
  LOGIN_FAILED(401, "이메일 또는 비밀번호가 맞지 않아요.", "The e-mail address or the password is wrong."),
  REFRESH_TOKEN_INVALID(
      401, "다시 로그인해 주세요.", "The refresh token is not valid. Please log in again."),
  REFRESH_TOKEN_REUSED(
      401,
      "이미 쓰인 토큰이라 안전을 위해 로그아웃했어요. 다시 로그인해 주세요.",
      "The refresh token was used before, so this session was ended. Please log in again."),
  CODE_INVALID(
      401,
      "코드가 맞지 않거나 시간이 지났어요. 새 코드를 받아 주세요.",
      "The code is wrong or too old. Please ask for a new one."),
  ORIGIN_REFUSED(403, "다른 사이트에서 보낸 요청이라 받지 않았어요.", "A page of another site may not ask for this."),
  VIEW_OVER(
      401,
      "고객 화면 보기가 끝났어요. 관리자에서 다시 열어 주세요.",
      "This view of a customer is over. Please open it again in the back office."),
  EMAIL_TAKEN(409, "이미 가입된 이메일이에요.", "This e-mail address already has an account."),
  ALREADY_REGISTERED(409, "이미 가입한 계정이에요.", "You already have an account."),
  IDENTITY_TAKEN(
      409,
      "이미 다른 오점너 계정에 연결되어 있어요.",
      "It belongs to another account here already. Log in with it instead."),
  LAST_WAY_IN(
      409,
      "마지막 로그인 방법이라 연결을 끊을 수 없어요.",
      "There would be no way left to log in. Set a password first."),
  CONSENT_REQUIRED(409, "약관에 먼저 동의해 주세요.", "Please agree to the terms first."),
  FAVOURITES_FULL(
      409, "찜은 200개까지 담을 수 있어요.", "200 favourites are all there can be. Please remove one first.");

  private final Meaning meaning;

  UserProblem(int status, String korean, String english) {
    this.meaning = new Meaning(status, korean, english);
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
