package com.ojeomneo.server;

import com.ojeomneo.platform.environment.Environment;
import com.ojeomneo.platform.push.ApnsKey;
import com.ojeomneo.platform.push.ServiceAccount;
import com.ojeomneo.platform.push.VapidKeys;
import com.ojeomneo.platform.secret.SecretKeys;
import com.ojeomneo.platform.security.SigningKeys;
import com.ojeomneo.social.ClientSecret;
import java.util.List;

/** The settings of DESIGN section 8 without which the Server does not serve. */
final class ServerSettings {
  private static final List<String> REQUIRED =
      List.of(
          "POSTGRES_SERVER",
          "POSTGRES_DB",
          "POSTGRES_USER",
          "POSTGRES_PASSWORD",
          "PUBLIC_URL",
          "JWT_PRIVATE_KEYS",
          "JWT_ISSUER",
          "JWT_AUDIENCE",
          "TOSS_BASE_URL",
          "TOSS_CLIENT_KEY",
          "TOSS_SECRET_KEY",
          "SMTP_HOST",
          "SMTP_FROM");

  private ServerSettings() {}

  /**
   * @throws IllegalArgumentException naming the first setting that is missing or wrong
   */
  static void check(Environment environment) {
    REQUIRED.forEach(environment::require);
    environment.requirePort("POSTGRES_PORT");
    environment.requirePostgresTls();
    environment.requireForm("TRUSTED_PROXIES", "[0-9]", "a number of proxies (0 to 9)");
    environment.requireRedis();
    environment.requireUrl("PUBLIC_URL");
    environment.requireUrl("TOSS_BASE_URL");
    environment.requirePort("SMTP_PORT");
    environment.requireForm("SMTP_SECURITY", "STARTTLS|TLS|NONE", "STARTTLS, TLS or NONE");
    environment.requireForm("SMTP_FROM", "[^@\\s<>]+@[^@\\s<>]+", "an e-mail address");
    environment.requireForm(
        "PUSH_SERVICES",
        "https?://[^/,\\s]+(,https?://[^/,\\s]+)*",
        "a list of origins like https://push.example.com");
    if (environment.isSet("VAPID_PUBLIC_KEY")
        || environment.isSet("VAPID_PRIVATE_KEY")
        || environment.isSet("VAPID_SUBJECT")) {
      VapidKeys.of(
          environment.require("VAPID_PUBLIC_KEY"),
          environment.require("VAPID_PRIVATE_KEY"),
          environment.require("VAPID_SUBJECT"));
    }
    checkPhones(environment);
    environment.requireForm("SHUTDOWN_DELAY", "[0-9]{1,5}(ms|s)", "a time like 5s or 500ms");
    environment.requireForm(
        "ANDROID_CERTIFICATES",
        "[0-9A-F]{2}(:[0-9A-F]{2}){31}(,[0-9A-F]{2}(:[0-9A-F]{2}){31})*",
        "SHA-256 fingerprints like AB:CD:..., comma separated");
    environment.requireForm("APPLE_TEAM_ID", "[A-Z0-9]{10}", "ten letters and digits");
    checkSocial(environment);
    SigningKeys.parse(environment.require("JWT_PRIVATE_KEYS"));
  }

  private static void checkSocial(Environment environment) {
    for (String provider : List.of("KAKAO", "GOOGLE", "APPLE")) {
      environment.requireForm(
          provider + "_CLIENT_IDS", "[^,\\s]+(,[^,\\s]+)*", "client ids, comma separated");
      if (environment.isSet(provider + "_BASE_URL")) {
        environment.requireUrl(provider + "_BASE_URL");
      }
    }
    if (environment.isSet("SERVER_SECRET_KEYS")) {
      check(
          "SERVER_SECRET_KEYS", () -> SecretKeys.parse(environment.require("SERVER_SECRET_KEYS")));
    }
    if (environment.isSet("APPLE_CLIENT_IDS")) {
      // What Apple gives with a code is kept to tell it, one day, that somebody has left.
      environment.require("SERVER_SECRET_KEYS");
      String key = environment.require("APPLE_PRIVATE_KEY");
      String team = environment.require("APPLE_TEAM_ID");
      String id = environment.require("APPLE_KEY_ID");
      check("APPLE_PRIVATE_KEY", () -> ClientSecret.Signed.of(team, id, key, ""));
    }
  }

  private static void check(String name, Runnable parse) {
    try {
      parse.run();
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(name + " " + wrong.getMessage());
    }
  }

  private static void checkPhones(Environment environment) {
    if (environment.isSet("FCM_SERVICE_ACCOUNT")) {
      ServiceAccount.of(environment.require("FCM_SERVICE_ACCOUNT"));
    }
    if (environment.isSet("APNS_KEY_ID") || environment.isSet("APNS_PRIVATE_KEY")) {
      ApnsKey.of(
          environment.require("APNS_KEY_ID"),
          environment.require("APPLE_TEAM_ID"),
          environment.require("APNS_PRIVATE_KEY"));
    }
    for (String name : List.of("FCM_BASE_URL", "APNS_BASE_URL")) {
      if (environment.isSet(name)) {
        environment.requireUrl(name);
      }
    }
  }
}
