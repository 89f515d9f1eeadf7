package com.ojeomneo.local;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The databases and log-ins of the local stack: the product's with its owner, the sandbox's with
 * its own. The roles of the serving processes come from the migrations; here they only get leave to
 * log in. Run at each start, so that what is in {@code secrets.json} always works.
 */
final class Databases {
  static final String PRODUCT = "ojeomneo";
  static final String OWNER = "ojeomneo_owner";
  static final String SERVER = "ojeomneo_server";
  static final String ADMIN = "ojeomneo_admin";
  static final String SANDBOX = "sandbox";

  private final Postgres postgres;
  private final Secrets secrets;

  Databases(Postgres postgres, Secrets secrets) {
    this.postgres = postgres;
    this.secrets = secrets;
  }

  void create() throws SQLException {
    try (Connection superuser = postgres.connect(Postgres.SUPERUSER, Postgres.SUPERUSER)) {
      createOwned(superuser, PRODUCT, OWNER, "CREATEROLE");
      createOwned(superuser, SANDBOX, SANDBOX, "");
    }
  }

  /** After {@code server migrate} has made the roles. */
  void openLogins() throws SQLException {
    try (Connection superuser = postgres.connect(Postgres.SUPERUSER, Postgres.SUPERUSER)) {
      letIn(superuser, SERVER, "");
      letIn(superuser, ADMIN, "");
    }
  }

  private void createOwned(Connection superuser, String database, String owner, String rights)
      throws SQLException {
    if (missing(superuser, "SELECT FROM pg_roles WHERE rolname = '%s'".formatted(owner))) {
      execute(superuser, "CREATE ROLE %s".formatted(owner));
    }
    letIn(superuser, owner, rights);
    if (missing(superuser, "SELECT FROM pg_database WHERE datname = '%s'".formatted(database))) {
      execute(superuser, "CREATE DATABASE %s OWNER %s".formatted(database, owner));
    }
  }

  // Names are constants above and passwords letters and digits: nothing needs quoting.
  private void letIn(Connection superuser, String role, String rights) throws SQLException {
    execute(
        superuser,
        "ALTER ROLE %s LOGIN %s PASSWORD '%s'".formatted(role, rights, secrets.password(role)));
  }

  private static boolean missing(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return !rows.next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
