package com.ojeomneo.user;

import java.util.Locale;

/** What a code is for, and the mail that carries it. */
enum Purpose {
  VERIFY_EMAIL("이메일 확인 코드", "Your e-mail code"),
  RESET_PASSWORD("비밀번호 재설정 코드", "Your password reset code");

  private static final String KOREAN =
      """
      %s입니다.

          %s

      10분 안에 앱에 입력해 주세요. 누구에게도 알려 주지 마세요.
      요청하지 않으셨다면 이 메일은 그냥 지우셔도 괜찮아요.

      오점너
      """;
  private static final String ENGLISH =
      """
      %s:

          %s

      Enter it in the app within ten minutes, and tell it to nobody.
      If you did not ask for it, just delete this mail.

      Ojeomneo
      """;

  private final String korean;
  private final String english;

  Purpose(String korean, String english) {
    this.korean = korean;
    this.english = english;
  }

  String subject(Locale language) {
    return isEnglish(language) ? "[Ojeomneo] " + english : "[오점너] " + korean;
  }

  String text(Locale language, String code) {
    return isEnglish(language) ? ENGLISH.formatted(english, code) : KOREAN.formatted(korean, code);
  }

  private static boolean isEnglish(Locale language) {
    return language.getLanguage().equals("en");
  }
}
