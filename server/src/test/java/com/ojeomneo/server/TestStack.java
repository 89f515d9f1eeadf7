package com.ojeomneo.server;

import com.ojeomneo.platform.push.P256;
import com.ojeomneo.sandbox.Sandbox;
import com.ojeomneo.sandbox.SandboxSettings;
import com.ojeomneo.schema.SchemaVersion;
import com.ojeomneo.server.push.Apple;
import com.ojeomneo.server.push.Firebase;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import redis.embedded.RedisServer;

/**
 * A real PostgreSQL, a real Redis and the payment provider's stand-in for the tests, each on a free
 * port, gone with the tests.
 */
public final class TestStack implements QuarkusTestResourceLifecycleManager {
  private static final String PASSWORD = "of-the-tests-only";
  private static final String CLIENT_KEY = "test_ck_tests";
  private static final String SECRET_KEY = "test_sk_tests";
  private static EmbeddedPostgres postgres;
  private static final KeyPair VAPID = P256.generate();
  private static final KeyPair APPLE = P256.generate();
  private static Sandbox sandbox;
  private static HttpServer pushServices;
  private static Firebase firebase;
  private static Apple apple;
  private RedisServer redis;

  /** The payment provider's stand-in: its API, its checkout page and its switches. */
  public static URI provider() {
    return sandbox.address();
  }

  /** Where the push services of browsers stand, which tests add. */
  public static HttpServer pushServices() {
    return pushServices;
  }

  public static String pushOrigin() {
    return "http://127.0.0.1:" + pushServices.getAddress().getPort();
  }

  /** Google's stand-in, for the apps of Android. */
  public static Firebase firebase() {
    return firebase;
  }

  /** Apple's stand-in, for the apps of iOS. */
  public static Apple apple() {
    return apple;
  }

  /** As browsers take it. */
  public static String vapidPublicKey() {
    return base64(P256.bytes((ECPublicKey) VAPID.getPublic()));
  }

  /** What authorizes calls to the provider's API. */
  public static String secretKey() {
    return SECRET_KEY;
  }

  /** The database as its owner sees it: what the tests prepare and look at. */
  public static DataSource owner() {
    return postgres.getPostgresDatabase();
  }

  static int postgresPort() {
    return postgres.getPort();
  }

  /** The database under another log-in. */
  public static DataSource as(String user) {
    return postgres.getDatabase(user, "postgres", Map.of("password", PASSWORD));
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
        for (String role : List.of("ojeomneo_server", "ojeomneo_admin")) {
          statement.execute("ALTER ROLE %s LOGIN PASSWORD '%s'".formatted(role, PASSWORD));
        }
      }
      var memory =
          new SandboxSettings.Database(
              postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
      sandbox =
          Sandbox.start(
              SandboxSettings.of(memory, CLIENT_KEY, SECRET_KEY)
                  .withSocial(new SandboxSettings.SocialKeys(SECRET_KEY, APPLE.getPublic())));
      pushServices = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      pushServices.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      pushServices.start();
      firebase = Firebase.start(Clock.systemUTC());
      apple = Apple.start(Clock.systemUTC());
      int redisPort = freePort();
      redis = startRedis(redisPort);
      var settings = new HashMap<String, String>();
      settings.put("POSTGRES_SERVER", "localhost");
      settings.put("POSTGRES_PORT", String.valueOf(postgres.getPort()));
      settings.put("POSTGRES_DB", "postgres");
      settings.put("POSTGRES_USER", "ojeomneo_server");
      settings.put("POSTGRES_PASSWORD", PASSWORD);
      settings.put("REDIS_HOST", "localhost");
      settings.put("REDIS_PORT", String.valueOf(redisPort));
      settings.put("PUBLIC_URL", "http://localhost:3000");
      settings.put("CORS_ORIGINS", "capacitor://localhost,https://localhost");
      settings.put("ANDROID_CERTIFICATES", "AB:CD,EF:01");
      settings.put("APPLE_TEAM_ID", Apple.TEAM);
      settings.put("JWT_PRIVATE_KEYS", signingKey());
      settings.put("JWT_ISSUER", "https://test.ojeomneo.local");
      settings.put("JWT_AUDIENCE", "ojeomneo-app");
      settings.put("TOSS_BASE_URL", sandbox.address().toString());
      settings.put("TOSS_CLIENT_KEY", CLIENT_KEY);
      settings.put("TOSS_SECRET_KEY", SECRET_KEY);
      settings.put("TOSS_TIMEOUT", "1500ms");
      settings.put("SMTP_HOST", "127.0.0.1");
      settings.put("SMTP_PORT", String.valueOf(sandbox.smtpPort()));
      settings.put("SMTP_SECURITY", "NONE");
      settings.put("SMTP_FROM", "no-reply@ojeomneo.test");
      settings.put("VAPID_PUBLIC_KEY", vapidPublicKey());
      settings.put("VAPID_PRIVATE_KEY", base64(P256.bytes((ECPrivateKey) VAPID.getPrivate())));
      settings.put("VAPID_SUBJECT", "mailto:ops@ojeomneo.test");
      settings.put("PUSH_SERVICES", "https://fcm.googleapis.com," + pushOrigin());
      settings.putAll(social());
      settings.put("ojeomneo.deprecation.tested.requests", "/ojeomneo/v1/test/deprecated");
      settings.put("ojeomneo.deprecation.tested.since", "2026-11-01");
      settings.put("ojeomneo.deprecation.tested.sunset", "2027-02-01");
      settings.put("ojeomneo.deprecation.tested.link", "https://lunch.example.com/changes");
      settings.put("FCM_SERVICE_ACCOUNT", firebase.serviceAccount());
      settings.put("FCM_BASE_URL", firebase.address().toString());
      settings.put("APNS_KEY_ID", Apple.KEY_ID);
      settings.put("APNS_PRIVATE_KEY", apple.privateKey());
      settings.put("APNS_BASE_URL", apple.address().toString());
      settings.put("TRUSTED_PROXIES", "1");
      settings.putAll(limits());
      return settings;
    } catch (IOException | SQLException | JoseException e) {
      throw new IllegalStateException("the test stack does not start", e);
    }
  }

  private static Map<String, String> social() {
    var settings = new HashMap<String, String>();
    for (String provider : List.of("kakao", "google", "apple")) {
      String name = provider.toUpperCase(Locale.ROOT);
      settings.put(name + "_CLIENT_IDS", provider + "-web," + provider + "-app");
      settings.put(name + "_CLIENT_SECRET", SECRET_KEY);
      settings.put(name + "_BASE_URL", sandbox.address() + "/" + provider);
    }
    settings.put("KAKAO_ADMIN_KEY", SECRET_KEY);
    settings.put("APPLE_KEY_ID", "KEY1234567");
    settings.put(
        "APPLE_PRIVATE_KEY", Base64.getEncoder().encodeToString(APPLE.getPrivate().getEncoded()));
    settings.put("SERVER_SECRET_KEYS", Base64.getEncoder().encodeToString(new byte[32]));
    settings.put("ojeomneo.social.key-floor", "50ms");
    return settings;
  }

  /** All tests come from one address; what is limited for them has a rule of its own. */
  private static Map<String, String> limits() {
    var limits = new HashMap<String, String>();
    for (String rule : List.of("api", "codes", "sign-in", "sign-up", "social", "webhooks")) {
      limits.put("ojeomneo.rate-limit.%s.limit".formatted(rule), "1000000");
    }
    Map.of("tested", "CALLER", "tested-address", "ADDRESS")
        .forEach(
            (rule, per) -> {
              String name = "ojeomneo.rate-limit." + rule;
              limits.put(name + ".limit", per.equals("CALLER") ? "40" : "10");
              limits.put(name + ".window", "1m");
              limits.put(name + ".per", per);
              limits.put(name + ".requests", "/ojeomneo/v1/test/" + rule);
            });
    return limits;
  }

  @Override
  public void stop() {
    try {
      if (redis != null) {
        redis.stop();
      }
      if (pushServices != null) {
        pushServices.stop(0);
      }
      if (firebase != null) {
        firebase.close();
      }
      if (apple != null) {
        apple.close();
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

  private static RedisServer startRedis(int port) throws IOException {
    var installed = new File("/usr/bin/redis-server");
    var server = RedisServer.newRedisServer().port(port).setting("save \"\"");
    if (installed.canExecute()) {
      server.executableProvider(() -> installed);
    }
    RedisServer redis = server.build();
    redis.start();
    return redis;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String signingKey() throws JoseException {
    var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    key.setKeyId("test");
    return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
  }
}
