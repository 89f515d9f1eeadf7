package com.ojeomneo.social;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who vouches for somebody. */
public enum Provider {
  KAKAO,
  GOOGLE,
  APPLE;

  /** As it stands in addresses: {@code kakao}, {@code google}, {@code apple}. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Provider> of(String path) {
    return Arrays.stream(values()).filter(each -> each.path().equals(path)).findFirst();
  }
}
