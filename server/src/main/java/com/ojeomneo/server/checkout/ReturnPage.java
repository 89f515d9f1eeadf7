package com.ojeomneo.server.checkout;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the provider sends the customer's browser back to. It shows what came and leaves the rest
 * to the app. Anyone can write such an address: what does not look like the provider's is not
 * shown, so that the command a developer copies holds nothing but its own words.
 */
@Singleton
class ReturnPage {
  private static final Pattern PAYMENT_KEY = Pattern.compile("[A-Za-z0-9_=-]{1,200}");
  private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{6,64}");
  private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
  private static final int MAX_MESSAGE = 300;

  private final String publicUrl;

  ReturnPage(@ConfigProperty(name = "ojeomneo.public-url") String publicUrl) {
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  void register(@Observes Router router) {
    router.get("/checkout/return").handler(this::show);
  }

  private void show(RoutingContext request) {
    MultiMap query = request.queryParams();
    String key = known(query, "paymentKey", PAYMENT_KEY);
    String order = known(query, "orderId", ORDER_ID);
    String amount = known(query, "amount", AMOUNT);
    String code = known(query, "code", CODE);
    if (key != null && order != null && amount != null) {
      send(
          request,
          200,
          "approved",
          Map.of(
              "url", publicUrl + "/ojeomneo/v1/orders/" + order + "/payment",
              "paymentKey", key,
              "orderId", order,
              "amount", amount));
    } else if (code != null) {
      String message = query.contains("message") ? query.get("message") : "결제가 취소되었어요.";
      send(
          request,
          200,
          "refused",
          Map.of(
              "code",
              code,
              "message",
              message.substring(0, Math.min(MAX_MESSAGE, message.length())),
              "orderId",
              order == null ? "—" : order));
    } else {
      send(request, 400, "unreadable", Map.of());
    }
  }

  private static String known(MultiMap query, String name, Pattern form) {
    String value = query.get(name);
    return value != null && form.matcher(value).matches() ? value : null;
  }

  private static void send(
      RoutingContext request, int status, String page, Map<String, String> values) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                + " form-action 'none'; frame-ancestors 'none'")
        .end(rendered(page, values));
  }

  private static String rendered(String page, Map<String, String> values) {
    String html = template("return").replace("{{content}}", template("return-" + page));
    for (Map.Entry<String, String> value : values.entrySet()) {
      html = html.replace("{{" + value.getKey() + "}}", escaped(value.getValue()));
    }
    return html;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        // Else a value could name another value's place.
        .replace("{", "&#123;");
  }

  private static String template(String name) {
    String path = "/com/ojeomneo/server/checkout/" + name + ".html";
    try (var file = ReturnPage.class.getResourceAsStream(path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
