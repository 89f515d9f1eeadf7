package com.ojeomneo.admin.resource;

import com.ojeomneo.platform.problem.ProblemCode;

/** Refusals of writes that any resource may meet. */
enum ResourceProblem implements ProblemCode {
  VERSION_REQUIRED(428, "If-Match 헤더가 필요해요.", "The If-Match header is required."),
  CHANGED_MEANWHILE(412, "그 사이 다른 사람이 수정했어요.", "Somebody else has changed it meanwhile."),
  ALREADY_THERE(409, "이미 같은 항목이 있어요.", "There is one like this already."),
  STILL_REFERENCED(409, "다른 곳에서 쓰고 있어 지울 수 없어요.", "It is in use elsewhere and cannot be deleted."),
  NOTHING_TO_REVERT(409, "되돌릴 내용이 없어요.", "There is nothing to revert."),
  EXPORTS_UNDER_WAY(
      409, "만들고 있는 파일이 끝난 뒤 다시 시도해 주세요.", "Please wait for the files that are being made."),
  TOO_MANY_VIEWS(409, "저장한 보기를 먼저 지워 주세요.", "Please delete some of your views first."),
  TOO_MANY_KEPT(409, "받아 둔 파일을 먼저 지워 주세요.", "Please delete some of the files first."),
  NOT_FINISHED(409, "파일이 아직 없어요.", "There is no file yet."),
  TOO_MANY_ROWS(422, "한 번에 10,000건까지 바꿀 수 있어요.", "At most 10,000 rows at once."),
  NOT_AS_PREVIEWED(
      409,
      "미리보기 뒤에 내용이 바뀌었어요. 다시 확인해 주세요.",
      "Rows are not as the preview showed them. Please look again."),
  ORDER_CHANGED(
      409,
      "그 사이 목록이 바뀌어서 순서를 그대로 두었어요. 다시 불러온 목록에서 옮겨 주세요.",
      "The list is not as you saw it, so its order was left alone. Please look again."),
  IMPORT_TOO_LONG(422, "한 번에 5,000줄까지 가져올 수 있어요.", "At most 5,000 rows in a file."),
  IMPORT_HAS_ERRORS(
      422, "틀린 칸이 있어 아무것도 가져오지 않았어요.", "Some cells are wrong, so nothing was imported."),
  TOO_MANY_IMPORTS(503, "다른 가져오기가 끝난 뒤 다시 시도해 주세요.", "Please wait for another import to end."),
  ROWS_IN_USE(409, "다른 사람이 바꾸는 중이에요. 잠시 뒤 다시 시도해 주세요.", "Somebody is changing these rows."),
  TOO_MANY_EXPORTS(503, "다른 내보내기가 끝난 뒤 다시 시도해 주세요.", "Please wait for another export to end.");

  private final Meaning meaning;

  ResourceProblem(int status, String korean, String english) {
    this.meaning = new Meaning(status, korean, english);
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
