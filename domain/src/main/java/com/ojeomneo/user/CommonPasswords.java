package com.ojeomneo.user;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.ojeomneo.platform.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Passwords that are tried first: the 30,000 that leaks show most often (zxcvbn's list), and our
 * own name and the holder's, also with a few digits or signs around them. Only whole passwords are
 * looked up, at the price of a look into a set: nothing is estimated.
 */
public final class CommonPasswords {
  /** Ours, and what this is about. */
  private static final List<String> OURS = List.of("ojeomneo", "오점너", "오늘점심", "점심");

  /** Of a name: shorter ones are in any password. */
  private static final int SHORTEST_WORD = 3;

  /** A year and a sign, or 1234. */
  private static final int MOST_AROUND_COMMON = 4;

  private static final int MOST_AROUND_WORD = 8;

  private CommonPasswords() {}

  /** Read when it is first needed. */
  private static final class Known {
    private static final Set<String> ALL = read();

    private static Set<String> read() {
      try {
        return Set.copyOf(
            StandardDictionaries.PASSWORDS_LOADER.load().getRankedDictionary().keySet());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * @throws Problem 400 {@code PASSWORD_TOO_COMMON} for the field {@code password}
   */
  static void refuse(String password, String email) {
    if (areThose(password, email)) {
      throw Problem.invalid(UserProblem.PASSWORD_TOO_COMMON, "password");
    }
  }

  /**
   * @param email of whose password it is to be
   */
  public static boolean areThose(String password, String email) {
    String whole = folded(password);
    String core = core(whole);
    int around = whole.length() - core.length();
    if (Known.ALL.contains(whole) || around <= MOST_AROUND_COMMON && Known.ALL.contains(core)) {
      return true;
    }
    String mail = folded(email);
    String name = mail.substring(0, Math.max(0, mail.lastIndexOf('@')));
    return whole.equals(mail)
        || around <= MOST_AROUND_WORD && OURS.stream().anyMatch(word -> isOnly(word, core))
        || name.codePointCount(0, name.length()) >= SHORTEST_WORD
            && (isOnly(name, whole) || around <= MOST_AROUND_WORD && isOnly(core(name), core));
  }

  /** Once or several times. */
  private static boolean isOnly(String word, String text) {
    return !word.isEmpty() && !text.isEmpty() && text.replace(word, "").isEmpty();
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** Without what is no letter at both ends. */
  private static String core(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && !Character.isLetter(text.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
