package com.ojeomneo.admin.page;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.admin.AdminStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What draws charts is large, and most pages draw none. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class ChartsTest {
  private static final Pattern BY_PAGE = Pattern.compile("/assets/([^\"]+\\.js)\"");
  private static final Pattern AT_ONCE =
      Pattern.compile("(?:from|import)\\s*[\"'`]\\./([^\"'`]+\\.js)");
  private static final Pattern LATER = Pattern.compile("assets/([^\"'`]+\\.js)");
  private static final String OF_CHARTS = "MuiLineChart";

  @Test
  void theFirstPageFetchesNothingThatDrawsThem() {
    List<String> named = names(BY_PAGE, get("/").asString());

    assertThat(named).isNotEmpty();
    assertThat(draws(fetched(named, List.of(AT_ONCE)))).as("at once").isFalse();
    assertThat(draws(fetched(named, List.of(AT_ONCE, LATER)))).as("later").isTrue();
  }

  private static boolean draws(Map<String, String> fetched) {
    return fetched.values().stream().anyMatch(code -> code.contains(OF_CHARTS));
  }

  private static Map<String, String> fetched(List<String> files, List<Pattern> followed) {
    var fetched = new HashMap<String, String>();
    var wanted = new ArrayDeque<>(files);
    while (!wanted.isEmpty()) {
      String file = wanted.pop();
      if (!fetched.containsKey(file)) {
        String code = get("/assets/" + file).asString();
        fetched.put(file, code);
        followed.forEach(pattern -> wanted.addAll(names(pattern, code)));
      }
    }
    return fetched;
  }

  private static List<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }
}
