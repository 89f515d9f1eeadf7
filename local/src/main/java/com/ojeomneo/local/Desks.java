package com.ojeomneo.local;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import org.postgresql.ds.PGSimpleDataSource;

/** Back offices, each on a database of its own that begins as a copy of the migrated one. */
public final class Desks {
  private final Home home;
  private final Postgres postgres;
  private final Secrets secrets;
  private final Settings settings;
  private final Stack stack;

  Desks(Home home, Postgres postgres, Secrets secrets, Settings settings, Stack stack) {
    this.home = home;
    this.postgres = postgres;
    this.secrets = secrets;
    this.settings = settings;
    this.stack = stack;
  }

  /**
   * Before any Server or Admin uses the database that is copied.
   *
   * @param filling what is in it, with the rights of the cluster's owner
   */
  public Desk open(String database, Consumer<Database> filling) throws InterruptedException {
    try (Connection superuser = postgres.connect(Postgres.SUPERUSER, Postgres.SUPERUSER);
        var statement = superuser.createStatement()) {
      statement.execute(
          "CREATE DATABASE %s OWNER %s TEMPLATE %s"
              .formatted(database, Databases.OWNER, Databases.PRODUCT));
      var source = new PGSimpleDataSource();
      source.setURL(postgres.url(database));
      source.setUser(Postgres.SUPERUSER);
      source.setPassword(secrets.password(Postgres.SUPERUSER));
      filling.accept(new Database(source));
      return another(database, database);
    } catch (SQLException e) {
      throw new Refusal("no back office on %s: %s".formatted(database, e.getMessage()), e);
    }
  }

  /**
   * One more on a database that has one.
   *
   * @param name of its log
   */
  public Desk another(String database, String name) throws InterruptedException {
    try {
      Access.SignIn owner = new StaffSamples(postgres, secrets).hire(database).get(StaffRole.OWNER);
      int port = Ports.anyFree();
      Child child =
          new Admin(home, settings, port)
              .start(
                  stack,
                  name,
                  Map.of(
                      "POSTGRES_DB",
                      database,
                      // All of it is one person who asks without a pause.
                      "OJEOMNEO_RATE_LIMIT_ADMIN_LIMIT",
                      "1000000"));
      return new Desk(port, child.handle().pid(), home.log(name), owner.email(), owner.password());
    } catch (SQLException e) {
      throw new Refusal("no back office on %s: %s".formatted(database, e.getMessage()), e);
    }
  }
}
