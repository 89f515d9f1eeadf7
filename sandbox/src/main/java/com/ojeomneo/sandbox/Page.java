package com.ojeomneo.sandbox;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An HTML page from a resource, a Qute template. Each {@code {name}} in it stands for a value, else
 * for a text in the reader's language; both are escaped, so that nothing a caller sends becomes
 * markup.
 */
final class Page {
  private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);
  private static final Engine ENGINE =
      Engine.builder()
          .addDefaults()
          .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
          .build();
  private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();
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

  String language() {
    return language.getLanguage();
  }

  String text(String name) {
    return texts.getString(name);
  }

  /** An amount of KRW as people read it. */
  String won(long amount) {
    return String.format(Locale.ROOT, text("won"), amount);
  }

  String render(String name, Map<String, ?> values) {
    var all = new HashMap<String, Object>();
    texts.keySet().forEach(key -> all.put(key, text(key)));
    all.put("lang", language.getLanguage());
    all.putAll(values);
    return TEMPLATES.computeIfAbsent(name, Page::template).render(all);
  }

  private static Template template(String name) {
    return ENGINE.parse(Resource.text(name + ".html"), HTML);
  }
}
