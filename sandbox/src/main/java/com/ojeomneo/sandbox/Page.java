package com.ojeomneo.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTML page from a resource. Each {@code {{name}}} in it stands for a value, else for a text in
 * the reader's language; both are escaped, so that nothing a caller sends becomes markup.
 */
final class Page {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final Locale language;
  private final ResourceBundle texts;

  /**
   * @param language Korean or English
   */
  Page(Locale language) {
    this.language = language;
    this.texts = ResourceBundle.getBundle("com.ojeomneo.sandbox.texts", language, NO_FALLBACK);
  }

  /**
   * The language that a caller asks for by {@code lang}, else by its browser; Korean by default.
   */
  static Page inLanguageOf(Call call) {
    String wanted = call.query().getOrDefault("lang", call.header("Accept-Language").orElse("ko"));
    try {
      var ranges = Locale.LanguageRange.parse(wanted);
      Locale best = Locale.lookup(ranges, List.of(Locale.KOREAN, Locale.ENGLISH));
      return new Page(best == null ? Locale.KOREAN : best);
    } catch (IllegalArgumentException e) {
      return new Page(Locale.KOREAN);
    }
  }

  String text(String name) {
    return texts.getString(name);
  }

  /** An amount of KRW as people read it. */
  String won(long amount) {
    return String.format(Locale.ROOT, text("won"), amount);
  }

  String render(String name, Map<String, String> values) {
    return PLACE
        .matcher(Resource.text(name + ".html"))
        .replaceAll(place -> Matcher.quoteReplacement(escaped(value(place, values))));
  }

  private String value(MatchResult place, Map<String, String> values) {
    String name = place.group(1);
    if (name.equals("lang")) {
      return language.getLanguage();
    }
    return values.containsKey(name) ? values.get(name) : text(name);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
