package com.ojeomneo.local;

import java.util.Locale;

/** The machine, as the bundled programs are named after it. */
enum Platform {
  LINUX_AMD64("postgres-linux-x86_64.txz", "redis-server-6.2.6-v5-linux-amd64"),
  LINUX_ARM64("postgres-linux-arm_64.txz", "redis-server-6.2.7-linux-arm64"),
  MAC_AMD64("postgres-darwin-x86_64.txz", "redis-server-6.2.6-v5-darwin-amd64"),
  MAC_ARM64("postgres-darwin-arm_64.txz", "redis-server-6.2.6-v5-darwin-arm64");

  private final String postgres;
  private final String redis;

  Platform(String postgres, String redis) {
    this.postgres = postgres;
    this.redis = redis;
  }

  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String system, String processor) {
    boolean mac = system.toLowerCase(Locale.ROOT).startsWith("mac");
    if (!mac && !system.equalsIgnoreCase("linux")) {
      throw new Refusal("the local stack runs on Linux and macOS, not on " + system);
    }
    return switch (processor) {
      case "amd64", "x86_64" -> mac ? MAC_AMD64 : LINUX_AMD64;
      case "aarch64", "arm64" -> mac ? MAC_ARM64 : LINUX_ARM64;
      default -> throw new Refusal("no PostgreSQL is bundled for a processor of type " + processor);
    };
  }

  /** Class-path resource: an xz-compressed tar of initdb, postgres and their libraries. */
  String postgresArchive() {
    return postgres;
  }

  /** Class-path resource: an executable. */
  String redisServer() {
    return redis;
  }

  /** A locale that orders by code point, as every database of the product does. */
  String codePointLocale() {
    return this == MAC_AMD64 || this == MAC_ARM64 ? "C" : "C.UTF-8";
  }
}
