package com.ojeomneo.local;

import com.ojeomneo.schema.jooq.enums.StaffRole;
import java.util.List;
import java.util.Map;

/**
 * {@code .local/access.json}: how to reach and sign in to everything that runs. It exists exactly
 * while the stack is ready. What is not there yet is null.
 */
record Access(
    String server,
    String admin,
    String sandbox,
    String mail,
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

  record Addresses(String server, String admin, String sandbox) {}

  static Access of(
      Addresses addresses,
      Postgres postgres,
      Redis redis,
      Secrets secrets,
      List<SignIn> customers,
      Map<StaffRole, SignIn> staff) {
    return new Access(
        addresses.server(),
        addresses.admin(),
        addresses.sandbox(),
        addresses.sandbox() + "/sandbox/mail",
        database(postgres.port(), secrets.password(Databases.OWNER)),
        cache(redis.port(), secrets.password("redis")),
        customers,
        staff.get(StaffRole.OWNER),
        staff.get(StaffRole.SHOP_STAFF));
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
