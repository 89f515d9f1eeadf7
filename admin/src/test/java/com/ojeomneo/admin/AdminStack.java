package com.ojeomneo.admin;

import com.ojeomneo.sandbox.Sandbox;
import com.ojeomneo.sandbox.SandboxSettings;
import com.ojeomneo.schema.SchemaVersion;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import redis.embedded.RedisServer;

/** A real PostgreSQL and a real Redis for the tests, each on a free port, gone with the tests. */
public final class AdminStack implements QuarkusTestResourceLifecycleManager {
  private static final String PASSWORD = "of-the-tests-only";

  /** The first was added after the second had been used. */
  public static final String SECRET_KEYS =
      "bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldy0=,b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC0=";

  private static EmbeddedPostgres postgres;
  private static RedisServer redis;
  private static Sandbox sandbox;
  private static int redisPort;

  /** The database as its owner sees it: what the tests prepare and look at. */
  public static DataSource owner() {
    return postgres.getPostgresDatabase();
  }

  /** The database as the application has it. */
  public static DataSource admin() {
    var admin = new PGSimpleDataSource();
    admin.setPortNumbers(new int[] {postgres.getPort()});
    admin.setDatabaseName("postgres");
    admin.setUser("ojeomneo_admin");
    admin.setPassword(PASSWORD);
    return admin;
  }

  /** Where mail arrives. */
  public static URI sandbox() {
    return sandbox.address();
  }

  public static int postgresPort() {
    return postgres.getPort();
  }

  public static String password() {
    return PASSWORD;
  }

  public static int redisPort() {
    return redisPort;
  }

  public static void stopRedis() throws IOException {
    redis.stop();
  }

  public static void startRedis() throws IOException {
    redis = redis(redisPort);
    redis.start();
  }

  @Override
  public Map<String, String> start() {
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setLocaleConfig("locale", "C.UTF-8")
              .setLocaleConfig("encoding", "UTF8")
              .start();
      Flyway.configure().dataSource(owner()).locations(SchemaVersion.MIGRATIONS).load().migrate();
      try (var connection = owner().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("ALTER ROLE ojeomneo_admin LOGIN PASSWORD '%s'".formatted(PASSWORD));
      }
      sandbox =
          Sandbox.start(
              SandboxSettings.of(
                  new SandboxSettings.Database(
                      postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"),
                  "test_ck_of_nobody",
                  "test_sk_of_nobody"));
      redisPort = freePort();
      startRedis();
      var settings = new HashMap<String, String>();
      settings.put("POSTGRES_SERVER", "localhost");
      settings.put("POSTGRES_PORT", String.valueOf(postgres.getPort()));
      settings.put("POSTGRES_DB", "postgres");
      settings.put("POSTGRES_USER", "ojeomneo_admin");
      settings.put("POSTGRES_PASSWORD", PASSWORD);
      settings.put("REDIS_HOST", "localhost");
      settings.put("REDIS_PORT", String.valueOf(redisPort));
      settings.put("PUBLIC_URL", "http://localhost:3000");
      settings.put("ADMIN_PUBLIC_URL", "http://localhost:8000");
      settings.put("ADMIN_SECRET_KEYS", SECRET_KEYS);
      settings.put("TRUSTED_PROXIES", "1");
      settings.put("SMTP_HOST", "127.0.0.1");
      settings.put("SMTP_PORT", String.valueOf(sandbox.smtpPort()));
      settings.put("SMTP_SECURITY", "NONE");
      settings.put("SMTP_FROM", "no-reply@ojeomneo.test");
      // All tests come from one address.
      for (String rule : List.of("admin", "admin-sign-in", "admin-links")) {
        settings.put("ojeomneo.rate-limit.%s.limit".formatted(rule), "1000000");
      }
      return settings;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the test stack does not start", e);
    }
  }

  @Override
  public void stop() {
    try {
      if (redis != null) {
        redis.stop();
      }
      if (sandbox != null) {
        sandbox.close();
      }
      if (postgres != null) {
        postgres.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException("the test stack does not stop", e);
    }
  }

  private static RedisServer redis(int port) throws IOException {
    var installed = new File("/usr/bin/redis-server");
    var server = RedisServer.newRedisServer().port(port).setting("save \"\"");
    if (installed.canExecute()) {
      server.executableProvider(() -> installed);
    }
    return server.build();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
