package com.ojeomneo.config;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the app: one to three numbers, those left out are zero. */
public record AppVersion(int major, int minor, int patch) implements Comparable<AppVersion> {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,5})(?:\\.([0-9]{1,5}))?(?:\\.([0-9]{1,5}))?");
  private static final Comparator<AppVersion> ORDER =
      Comparator.comparingInt(AppVersion::major)
          .thenComparingInt(AppVersion::minor)
          .thenComparingInt(AppVersion::patch);

  /** Empty when the text is no version. */
  public static Optional<AppVersion> parse(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(new AppVersion(number(parts, 1), number(parts, 2), number(parts, 3)))
        : Optional.empty();
  }

  @Override
  public int compareTo(AppVersion other) {
    return ORDER.compare(this, other);
  }

  private static int number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
  }
}
