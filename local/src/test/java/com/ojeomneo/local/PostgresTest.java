package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {
  @TempDir private static Path folder;
  private static Home home;
  private Secrets secrets;
  private Stack stack;
  private Postgres postgres;

  @BeforeAll
  static void prepare() {
    home = TestHome.in(folder);
  }

  @BeforeEach
  void start() throws Exception {
    startAgain();
  }

  @AfterEach
  void stop() {
    stack.stop();
  }

  @Test
  void isAsDurableAsProduction() throws SQLException {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      assertThat(ask("SHOW " + setting)).as(setting).isEqualTo("on");
    }
    assertThat(ask("SHOW max_connections")).isEqualTo("100");
  }

  @Test
  void isReachableOnLoopbackAndWithItsPasswordOnly() throws SQLException {
    assertThat(ask("SHOW listen_addresses")).isEqualTo("127.0.0.1");
    assertThatThrownBy(
            () -> DriverManager.getConnection(postgres.url("postgres"), "postgres", "guess"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void ordersByCodePoint() throws SQLException {
    assertThat(ask("SHOW server_encoding")).isEqualTo("UTF8");
    assertThat(ask("SHOW lc_collate")).startsWith("C");
  }

  @Test
  void whatWasCommittedSurvivesAKillOfEverything() throws Exception {
    run("CREATE TABLE kept (name text)");
    run("INSERT INTO kept VALUES ('점심')");

    killEverything();
    startAgain();

    assertThat(ask("SELECT name FROM kept")).isEqualTo("점심");
  }

  @Test
  void theServerOfADeadLauncherIsFoundByItsOwnPidFile() throws Exception {
    ProcessHandle orphan = Orphans.postmaster(home).orElseThrow();
    home.children().toFile().delete(); // the launcher had no time to write anything down

    Orphans.end(home, TestHome.quiet());

    assertThat(orphan.isAlive()).isFalse();
    assertThat(Orphans.postmaster(home)).isEmpty();
    startAgain();
    assertThat(ask("SELECT 'serves'")).isEqualTo("serves");
  }

  @Test
  void itsDatabasesAndLoginsCanBeMadeAgainAndAgain() throws Exception {
    var databases = new Databases(postgres, secrets);
    databases.create();
    databases.create();
    try (var owner = postgres.connect(Databases.PRODUCT, Databases.OWNER);
        var sandbox = postgres.connect(Databases.SANDBOX, Databases.SANDBOX)) {
      assertThat(owner.isValid(1)).isTrue();
      assertThat(sandbox.isValid(1)).isTrue();
    }
  }

  private void startAgain() throws InterruptedException {
    stack = new Stack(home, TestHome.quiet());
    secrets = Secrets.of(home);
    postgres = new Postgres(home, secrets);
    postgres.start(stack);
  }

  /** Server and all its backends, as a power cut would. */
  private void killEverything() throws InterruptedException {
    var postmaster = Orphans.postmaster(home).orElseThrow();
    var all = new ArrayList<>(postmaster.descendants().toList());
    all.add(postmaster);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  private String ask(String query) throws SQLException {
    try (var connection = postgres.connect("postgres", "postgres");
        var rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void run(String sql) throws SQLException {
    try (var connection = postgres.connect("postgres", "postgres")) {
      connection.createStatement().execute(sql);
    }
  }
}
