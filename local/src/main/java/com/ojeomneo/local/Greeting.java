package com.ojeomneo.local;

/** What a person wants to know once everything runs: where it is, and who can sign in. */
final class Greeting {
  private final Console console;
  private final Home home;

  Greeting(Console console, Home home) {
    this.console = console;
    this.home = home;
  }

  void print(Access access, int adminPort, String took) {
    console.say("");
    console.headline("오점너 준비 완료 · Ojeomneo is ready (%s)".formatted(took));
    console.say("");
    console.say("  서버 · Server       " + access.server());
    console.say("  API 문서 · docs     " + access.server() + "/ojeomneo/v1/docs");
    console.say("  샌드박스 · sandbox  " + access.sandbox());
    console.say("  관리자 · back office  아직 없습니다 · not there yet (:%d)".formatted(adminPort));
    console.say(
        "  PostgreSQL          %s:%d/%s"
            .formatted(
                access.postgres().host(), access.postgres().port(), access.postgres().database()));
    console.say(
        "  Redis               %s:%d".formatted(access.redis().host(), access.redis().port()));
    console.say("");
    console.say("  손님 로그인 · customer sign-in");
    for (Access.SignIn customer : access.customers()) {
      console.say(
          "    %-20s %s  %s"
              .formatted(customer.email(), customer.password(), customer.displayName()));
    }
    console.say("");
    console.say("  전체 접속 정보 · all of it   " + home.access());
    console.say("  로그 · logs                  " + home.log("*"));
    console.say("  끝내기 · stop                Ctrl-C");
    console.say("");
  }
}
