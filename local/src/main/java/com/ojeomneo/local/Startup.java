package com.ojeomneo.local;

import com.ojeomneo.local.Access.Addresses;
import com.ojeomneo.local.sample.SampleData;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;

/** The way up, in the order in which the parts need each other. */
final class Startup {
  private final Home home;
  private final Console console;
  private final Stack stack;

  Startup(Home home, Console console, Stack stack) {
    this.home = home;
    this.console = console;
    this.stack = stack;
  }

  void run(int serverPort, int adminPort, int sandboxPort)
      throws InterruptedException, SQLException {
    long began = System.nanoTime();
    var secrets = Secrets.of(home);
    var postgres = new Postgres(home, secrets);
    var redis = new Redis(home, secrets);
    var databases = new Databases(postgres, secrets);
    String serverUrl = "http://localhost:" + serverPort;
    int smtpPort = Ports.remembered(home.ports(), "smtp", 2525);
    String sandboxUrl = "http://localhost:" + sandboxPort;
    var settings = new Settings(postgres, redis, secrets, serverUrl, sandboxUrl, smtpPort);
    var server = new Server(home, settings, serverPort);
    var admin = new Admin(home, settings, adminPort);

    step("PostgreSQL (127.0.0.1:%d)".formatted(postgres.port()), () -> postgres.start(stack));
    step(
        "Redis %s (127.0.0.1:%d)".formatted(redis.program().description(), redis.port()),
        () -> redis.start(stack));
    databases.create();
    step("스키마 · schema", () -> server.migrate(stack));
    databases.openLogins();
    loadSamples(postgres);
    step("결제 샌드박스 · sandbox", () -> new Sandbox(settings, sandboxPort).start(stack));
    step("Server", () -> server.start(stack));
    var staff = new StaffSamples(postgres, secrets).hire();
    step("관리자 · back office", () -> admin.start(stack));

    var customers = new Customers(postgres, secrets).signUp(serverUrl);
    var addresses = new Addresses(serverUrl, "http://localhost:" + adminPort, sandboxUrl);
    var access = Access.of(addresses, postgres, redis, secrets, customers, staff);
    PrivateFile.writeJson(home.access(), access);
    new Greeting(console, home).print(access, staff.values(), seconds(began));
  }

  private void loadSamples(Postgres postgres) throws SQLException {
    try (Connection owner = postgres.connect(Databases.PRODUCT, Databases.OWNER)) {
      int shops = new SampleData(Clock.systemUTC()).loadOnce(owner);
      if (shops > 0) {
        console.say("  ✓ 샘플 데이터 · sample data  (가게 · shops: %d)".formatted(shops));
      }
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws InterruptedException, SQLException;
  }

  private void step(String name, Step step) throws InterruptedException, SQLException {
    long began = System.nanoTime();
    step.run();
    console.say("  ✓ %s  %s".formatted(name, seconds(began)));
  }

  private static String seconds(long since) {
    return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - since) / 1e9);
  }
}
