package com.ojeomneo.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the app runs; each is released on its own. */
public enum AppPlatform {
  IOS,
  ANDROID,
  WEB;

  /** In the database and on the wire. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AppPlatform> parse(String code) {
    return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
  }
}
