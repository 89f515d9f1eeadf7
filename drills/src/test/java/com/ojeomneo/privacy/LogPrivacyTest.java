package com.ojeomneo.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Looks through what the applications logged while all the other tests of this build ran: the last
 * module, so that they have.
 */
class LogPrivacyTest {
  private static final List<String> MODULES = List.of("server", "admin", "local");

  /** Of a line and where it is from: whoever reads the failure must not read the secret. */
  private static final int SHOWN = 120;

  private static final Map<String, Pattern> FORBIDDEN = new LinkedHashMap<>();

  static {
    FORBIDDEN.put(
        "an e-mail address",
        Pattern.compile("[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,}+(?!\\()"));
    FORBIDDEN.put("a token", Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}"));
    FORBIDDEN.put(
        "a refresh token, nonce or code",
        Pattern.compile(
            "(?<![A-Za-z0-9_/+-])(?=[A-Za-z0-9_-]*[A-Z])(?=[A-Za-z0-9_-]*[0-9])"
                + "[A-Za-z0-9_-]{43}(?![A-Za-z0-9_/+=-])"));
    FORBIDDEN.put(
        "a phone number",
        Pattern.compile("(?<![0-9a-f-])01[016789]-?\\d{3,4}-?\\d{4}(?![0-9a-f-])"));
    FORBIDDEN.put(
        "a Bearer header", Pattern.compile("(?i)\\b(?:bearer|basic) [A-Za-z0-9+/=._-]{12,}"));
    FORBIDDEN.put(
        "a password of the tests",
        Pattern.compile(
            "점심 뭐 먹지|저녁은 뭐 먹지|a-password-of-the-tests|점심은 비빔밥으로|내일은 국밥으로|lunch-[a-z2-9]{8}\\b|of-the-tests-only"));
    FORBIDDEN.put("a key of the tests", Pattern.compile("test_sk_|-----BEGIN|\"d\"\\s*:\\s*\""));
  }

  @Test
  void nothingThatIsSomebodysStandsInALog() throws IOException {
    List<Path> logs = logs();
    assumeThat(logs.isEmpty() && System.getenv("CI") == null)
        .as("run alone, there are no logs of other tests")
        .isFalse();
    var found = new ArrayList<String>();
    long lines = 0;
    for (Path log : logs) {
      List<String> all = Files.readAllLines(log);
      lines += all.size();
      for (int i = 0; i < all.size(); i++) {
        found.addAll(in(all.get(i), log.getFileName() + ":" + (i + 1)));
      }
    }
    assertThat(found).isEmpty();
    if (System.getenv("CI") != null) {
      assertThat(logs.stream().map(log -> log.getName(1)))
          .as("each of them left a log")
          .extracting(Path::toString)
          .contains("server", "admin", "local");
      assertThat(lines).as("that was a whole run").isGreaterThan(2_000);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mail to kim@example.com is not sent, an e-mail address",
    "refused eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln, a token",
    "spent dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk, 'a refresh token, nonce or code'",
    "called 010-1234-5678, a phone number",
    "Authorization: Bearer abcdefghijklmnop, a Bearer header",
    "wrong: 점심 뭐 먹지 1!, a password of the tests",
  })
  void whatIsForbiddenIsFoundAndNotQuoted(String line, String what) {
    assertThat(in(line, "server.log:7"))
        .singleElement()
        .asString()
        .startsWith("server.log:7 " + what);
    assertThat(in(line, "x").getFirst()).doesNotContain("kim", "eyJ", "dBjf", "1234", "abcd", "뭐");
  }

  @ParameterizedTest
  @CsvSource({
    "[access] 501493c07b8cc540fe5dd3bf9b029d0b POST /ojeomneo/v1/users/me/identities/kakao 200 205B 28 ms",
    "GET /ojeomneo/v1/orders/019abcde-0101-7234-8567-0123456789ab 200",
    "at com.ojeomneo.order.Checkout$$Lambda@4f2c3a.apply(Unknown Source)",
    "an order of 01012345678901234567890123456789 won",
  })
  void whatALogIsForIsAllowed(String line) {
    assertThat(in(line, "x")).isEmpty();
  }

  private static List<String> in(String line, String where) {
    var found = new ArrayList<String>();
    FORBIDDEN.forEach(
        (what, pattern) -> {
          Matcher match = pattern.matcher(line);
          if (match.find()) {
            String rest = match.replaceAll("***");
            found.add(
                where + " " + what + ": " + rest.substring(0, Math.min(SHOWN, rest.length())));
          }
        });
    return found;
  }

  private static List<Path> logs() throws IOException {
    var logs = new ArrayList<Path>();
    for (String module : MODULES) {
      Path folder = Path.of("..").resolve(module).resolve("target/logs");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          files.filter(file -> file.toString().contains(".log")).forEach(logs::add);
        }
      }
    }
    return logs;
  }
}
