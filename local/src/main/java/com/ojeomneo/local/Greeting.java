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
    addresses(access, adminPort).lines().forEach(console::say);
    console.say("");
    console.say("  손님 로그인 · customer sign-in");
    var customers = new Columns();
    for (Access.SignIn customer : access.customers()) {
      customers.add("   ", customer.email(), customer.password(), customer.displayName());
    }
    customers.lines().forEach(console::say);
    console.say("");
    new Columns()
        .add("  전체 접속 정보 · all of it", home.access())
        .add("  로그 · logs", home.log("*"))
        .add("  끝내기 · stop", "Ctrl-C")
        .lines()
        .forEach(console::say);
    console.say("");
  }

  private static Columns addresses(Access access, int adminPort) {
    var postgres = access.postgres();
    return new Columns()
        .add("  서버 · Server", access.server())
        .add("  API 문서 · docs", access.server() + "/ojeomneo/v1/docs")
        .add("  결제 샌드박스 · sandbox", access.sandbox())
        .add("  관리자 · back office", "아직 없습니다 · not there yet (:%d)".formatted(adminPort))
        .add(
            "  PostgreSQL",
            "%s:%d/%s".formatted(postgres.host(), postgres.port(), postgres.database()))
        .add("  Redis", "%s:%d".formatted(access.redis().host(), access.redis().port()));
  }
}
