package com.ojeomneo.admin.password;

import java.time.Duration;
import java.util.Locale;

/** What a link is for, how long it is good, and the mail that carries it. */
enum LinkPurpose {
  INVITATION(
      Duration.ofDays(3),
      "관리자 초대",
      """
      오점너 관리자에 초대되었어요. 아래 주소에서 비밀번호를 정하면 시작할 수 있어요.

      %s

      3일 안에 한 번 쓸 수 있어요. 다른 사람에게 보내지 마세요.
      모르는 초대라면 이 메일은 그냥 지우셔도 괜찮아요.

      오점너
      """,
      "You are invited to the back office",
      """
      You are invited to the Ojeomneo back office. Choose a password here to begin:

      %s

      The link is good once, for three days. Please pass it to nobody.
      If you do not know what this is about, just delete this mail.

      Ojeomneo
      """),
  RESET(
      Duration.ofMinutes(30),
      "관리자 비밀번호 재설정",
      """
      아래 주소에서 새 비밀번호를 정할 수 있어요.

      %s

      30분 안에 한 번 쓸 수 있어요. 다른 사람에게 보내지 마세요.
      요청하지 않으셨다면 이 메일은 그냥 지우셔도 괜찮아요. 비밀번호는 그대로예요.

      오점너
      """,
      "A new password for the back office",
      """
      Choose a new password here:

      %s

      The link is good once, for 30 minutes. Please pass it to nobody.
      If you did not ask for it, just delete this mail: your password stays as it is.

      Ojeomneo
      """);

  private final Duration goodFor;
  private final String koreanSubject;
  private final String korean;
  private final String englishSubject;
  private final String english;

  LinkPurpose(
      Duration goodFor,
      String koreanSubject,
      String korean,
      String englishSubject,
      String english) {
    this.goodFor = goodFor;
    this.koreanSubject = koreanSubject;
    this.korean = korean;
    this.englishSubject = englishSubject;
    this.english = english;
  }

  Duration goodFor() {
    return goodFor;
  }

  String subject(Locale language) {
    return isEnglish(language) ? "[Ojeomneo] " + englishSubject : "[오점너] " + koreanSubject;
  }

  String text(Locale language, String link) {
    return (isEnglish(language) ? english : korean).formatted(link);
  }

  private static boolean isEnglish(Locale language) {
    return language.getLanguage().equals("en");
  }
}
