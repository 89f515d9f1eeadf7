package com.ojeomneo.platform.http;

import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import java.util.Arrays;

/** The version that a client means to change (RFC 9110 section 13.1.1). */
public final class IfMatch {
  private IfMatch() {}

  /** The strong tag of a version, with its quotes. */
  public static String tag(int version) {
    return "\"" + version + "\"";
  }

  /**
   * Nothing when the client names none, or any ({@code *}). Compared strongly: {@code W/"1"} is no
   * version.
   *
   * @param header null when it was not sent
   * @throws Problem 412 {@code EDITED_MEANWHILE} when it means another one
   */
  public static void require(String header, int version) {
    if (header == null || header.strip().equals("*")) {
      return;
    }
    if (Arrays.stream(header.split(",")).map(String::strip).noneMatch(tag(version)::equals)) {
      throw Problem.of(CommonProblem.EDITED_MEANWHILE);
    }
  }
}
