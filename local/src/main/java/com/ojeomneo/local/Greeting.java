package com.ojeomneo.local;

import java.util.Collection;

/** What a person wants to know once everything runs: where it is, and who can sign in. */
final class Greeting {
  private final Console console;
  private final Home home;

  Greeting(Console console, Home home) {
    this.console = console;
    this.home = home;
  }

  void print(Access access, Collection<Access.SignIn> staff, String took) {
    console.say("");
    console.headline("오점너 준비 완료 · Ojeomneo is ready (%s)".formatted(took));
    console.say("");
    addresses(access).lines().forEach(console::say);
    console.say("");
    console.say("  손님 로그인 · customer sign-in");
    var customers = new Columns();
    for (Access.SignIn customer : access.customers()) {
      customers.add("   ", customer.email(), customer.password(), customer.displayName());
    }
    customers.lines().forEach(console::say);
    console.say("");
    console.say("  직원 로그인 · staff sign-in");
    var colleagues = new Columns();
    for (Access.SignIn one : staff) {
      colleagues.add("   ", one.email(), one.password(), one.displayName());
    }
    colleagues.lines().forEach(console::say);
    console.say("");
    new Columns()
        .add("  전체 접속 정보 · all of it", home.access())
        .add("  로그 · logs", home.log("*"))
        .add("  끝내기 · stop", "Ctrl-C")
        .lines()
        .forEach(console::say);
    console.say("");
  }

  private static Columns addresses(Access access) {
    var postgres = access.postgres();
    return new Columns()
        .add("  앱 · the app", access.server())
        .add("  API 문서 · docs", access.server() + "/ojeomneo/v1/docs")
        .add("  결제 샌드박스 · sandbox", access.sandbox())
        .add("  메일함 · mail", access.mail())
        .add("  관리자 · back office", access.admin())
        .add(
            "  PostgreSQL",
            "%s:%d/%s".formatted(postgres.host(), postgres.port(), postgres.database()))
        .add("  Redis", "%s:%d".formatted(access.redis().host(), access.redis().port()));
  }
}
