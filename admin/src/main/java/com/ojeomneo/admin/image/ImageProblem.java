package com.ojeomneo.admin.image;

import com.ojeomneo.platform.problem.ProblemCode;

/** Refusals of what is uploaded as a picture. */
enum ImageProblem implements ProblemCode {
  PICTURE_TYPE(415, "PNG, JPEG, WebP 사진만 올릴 수 있어요.", "Pictures are PNG, JPEG or WebP."),
  PICTURE_BROKEN(
      400, "사진 파일이 손상되었어요. 다른 파일로 시도해 주세요.", "The file is damaged. Please try another one."),
  PICTURE_TOO_LARGE(
      400,
      "사진이 너무 커요. 2,500만 화소(WebP는 250만)까지 올릴 수 있어요.",
      "The picture has too many pixels: at most 25 million (WebP: 2.5 million).");

  private final Meaning meaning;

  ImageProblem(int status, String korean, String english) {
    this.meaning = new Meaning(status, korean, english);
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
