package com.ojeomneo.admin.resource;

import com.ojeomneo.platform.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a row, as its entity tag (RFC 9110, 8.8.3). */
final class RowVersion {
  private static final Pattern TAG = Pattern.compile("\"([0-9]{1,9})\"");

  private static final int UNKNOWN = -1;

  private RowVersion() {}

  static String tag(int version) {
    return "\"" + version + "\"";
  }

  /**
   * @param ifMatch the header
   * @return what no row has, for a tag that is none of ours
   * @throws Problem 428 without it
   */
  static int of(String ifMatch) {
    if (ifMatch == null) {
      throw Problem.of(ResourceProblem.VERSION_REQUIRED);
    }
    Matcher tag = TAG.matcher(ifMatch.strip());
    return tag.matches() ? Integer.parseInt(tag.group(1)) : UNKNOWN;
  }
}
