package com.ojeomneo.platform.problem;

/** Refusals that belong to no feature. */
public enum CommonProblem implements ProblemCode {
  VALIDATION_FAILED(400, "입력한 내용을 확인해 주세요.", "Please check what you sent."),
  IDEMPOTENCY_KEY_REQUIRED(
      400, "Idempotency-Key 헤더가 필요해요.", "The Idempotency-Key header is required."),
  UNAUTHENTICATED(401, "로그인이 필요해요.", "Please log in."),
  TOKEN_INVALID(401, "다시 로그인해 주세요.", "The token is not valid. Please log in again."),
  TOKEN_EXPIRED(401, "로그인이 만료되었어요.", "The token has expired."),
  TOKEN_REVOKED(401, "로그아웃된 기기예요. 다시 로그인해 주세요.", "This session was logged out."),
  FORBIDDEN(403, "권한이 없어요.", "You may not do this."),
  VIEW_ONLY(
      403, "고객 화면 보기에서는 읽기만 할 수 있어요.", "Who sees what a customer sees may read, and nothing else."),
  NOT_FOUND(404, "찾을 수 없어요.", "There is no such thing."),
  METHOD_NOT_ALLOWED(405, "지원하지 않는 요청이에요.", "This method is not supported here."),
  NOT_ACCEPTABLE(406, "요청한 형식으로 답할 수 없어요.", "There is no answer in that format."),
  IDEMPOTENCY_KEY_IN_USE(409, "같은 요청을 처리하고 있어요.", "A request with this key is still running."),
  EDITED_MEANWHILE(
      412,
      "그사이 다른 곳에서 바뀌었어요. 새로고침한 뒤 다시 해 주세요.",
      "It was changed elsewhere meanwhile. Please load it again."),
  BODY_TOO_LARGE(413, "보낸 내용이 너무 커요.", "The body is too large."),
  UNSUPPORTED_MEDIA_TYPE(415, "JSON으로 보내 주세요.", "Please send JSON."),
  IDEMPOTENCY_KEY_REUSED(
      422, "이미 다른 요청에 쓰인 Idempotency-Key예요.", "This Idempotency-Key was used for another request."),
  TOO_MANY_REQUESTS(429, "잠시 후 다시 시도해 주세요.", "Too many requests. Please wait a moment."),
  INTERNAL(500, "문제가 생겼어요. 잠시 후 다시 시도해 주세요.", "Something went wrong on our side."),
  UNAVAILABLE(503, "지금은 이용이 어려워요. 잠시 후 다시 시도해 주세요.", "Please try again shortly.");

  private final Meaning meaning;

  CommonProblem(int status, String korean, String english) {
    this.meaning = new Meaning(status, korean, english);
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
