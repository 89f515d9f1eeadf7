package com.ojeomneo.local;

import java.util.List;

/**
 * {@code .local/access.json}: how to reach and sign in to everything that runs. It exists exactly
 * while the stack is ready. What is not there yet is null.
 */
record Access(
    String server,
    String admin,
    String sandbox,
    Database postgres,
    Cache redis,
    List<SignIn> customers,
    SignIn owner,
    SignIn staff) {

  /** The product's database as its owner; {@code url} as psql takes it. */
  record Database(
      String host, int port, String database, String user, String password, String url) {}

  record Cache(String host, int port, String password, String url) {}

  record SignIn(String email, String password, String displayName) {}

  static Access of(
      String server,
      String sandbox,
      Postgres postgres,
      Redis redis,
      Secrets secrets,
      List<SignIn> customers) {
    return new Access(
        server,
        null,
        sandbox,
        database(postgres.port(), secrets.password(Databases.OWNER)),
        cache(redis.port(), secrets.password("redis")),
        customers,
        null,
        null);
  }

  private static Database database(int port, String password) {
    String url =
        "postgresql://%s:%s@127.0.0.1:%d/%s"
            .formatted(Databases.OWNER, password, port, Databases.PRODUCT);
    return new Database("127.0.0.1", port, Databases.PRODUCT, Databases.OWNER, password, url);
  }

  private static Cache cache(int port, String password) {
    return new Cache(
        "127.0.0.1", port, password, "redis://:%s@127.0.0.1:%d".formatted(password, port));
  }
}
