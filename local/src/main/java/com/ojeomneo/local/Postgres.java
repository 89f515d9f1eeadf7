package com.ojeomneo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * PostgreSQL on loopback with the data of this checkout, as durable as in production: what was
 * acknowledged survives a {@code kill -9} of everything. TCP and passwords only, no sockets.
 */
final class Postgres {
  static final String SUPERUSER = "postgres";
  private static final int USUAL_PORT = 5432;
  // Who asks too early, while it starts or recovers, is told so; that is us, waiting.
  private static final Pattern TROUBLE =
      Pattern.compile("\\b(WARNING|ERROR|FATAL|PANIC):(?!  the database system is )");

  private final Home home;
  private final Secrets secrets;
  private final PostgresPrograms programs;
  private final int port;

  Postgres(Home home, Secrets secrets) {
    this.home = home;
    this.secrets = secrets;
    this.programs = PostgresPrograms.unpackedIn(home.programs());
    this.port = Ports.remembered(home.ports(), "postgres", USUAL_PORT);
  }

  int port() {
    return port;
  }

  /** Makes the cluster the first time; starts it; returns when it answers. */
  void start(Stack stack) throws InterruptedException {
    if (!Files.exists(home.postgresData())) {
      initialise(stack);
    }
    Child server = stack.start(server());
    Deadline.await(server, Duration.ofSeconds(60), () -> !version().isEmpty());
  }

  private void initialise(Stack stack) throws InterruptedException {
    Path unfinished = home.postgresData().resolveSibling("postgres.unfinished");
    Path password = home.data().resolve("initdb.password");
    try {
      TarXz.delete(unfinished);
      PrivateFile.write(password, secrets.password(SUPERUSER));
      stack.run(
          new Program(
                  "initdb",
                  programs.command("initdb", initdbArguments(unfinished, password)),
                  Surroundings.plain())
              .showing(line -> false));
      Files.move(unfinished, home.postgresData());
    } catch (IOException e) {
      throw new Refusal("cannot make the database's folder: " + e.getMessage(), e);
    } finally {
      password.toFile().delete();
    }
  }

  private static List<String> initdbArguments(Path data, Path password) {
    return List.of(
        "--pgdata=" + data,
        "--username=" + SUPERUSER,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=" + Platform.current().codePointLocale(),
        "--no-instructions");
  }

  private Program server() {
    var arguments =
        List.of(
            "-D", home.postgresData().toString(),
            "-c", "listen_addresses=127.0.0.1",
            "-c", "port=" + port,
            "-c", "unix_socket_directories=",
            "-c", "max_connections=100",
            "-c", "fsync=on",
            "-c", "synchronous_commit=on",
            "-c", "full_page_writes=on",
            // A load of orders fits: no checkpoint in its middle, no page written out to read
            // another.
            "-c", "shared_buffers=512MB",
            "-c", "max_wal_size=4GB",
            "-c", "timezone=UTC",
            "-c", "log_timezone=UTC");
    return new Program("postgres", programs.command("postgres", arguments), Surroundings.plain())
        .stoppedBy(StopSignal.INT, Duration.ofSeconds(30))
        .showing(line -> TROUBLE.matcher(line).find());
  }

  /** Asks the server; an empty answer never happens on one that serves. */
  String version() throws SQLException {
    try (Connection connection = connect(SUPERUSER, SUPERUSER);
        var answer = connection.createStatement().executeQuery("SHOW server_version")) {
      return answer.next() ? answer.getString(1) : "";
    }
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** As one of the log-ins whose password is in {@link Secrets} under its name. */
  Connection connect(String database, String user) throws SQLException {
    return DriverManager.getConnection(url(database), user, secrets.password(user));
  }
}
