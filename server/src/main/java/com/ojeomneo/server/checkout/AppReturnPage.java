package com.ojeomneo.server.checkout;

import com.ojeomneo.social.Provider;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where pages of others send somebody back to who began in an app of the stores: {@code
 * /checkout/app-return} the payment page, {@code /login/{provider}/app} a provider of log-ins. It
 * opens the app by its own scheme, with what the other page said; a phone that does not follow by
 * itself shows a button.
 */
@Singleton
class AppReturnPage {
  private static final List<String> OF_A_PAYMENT =
      List.of("paymentKey", "orderId", "amount", "code", "message");
  private static final List<String> OF_A_LOGIN = List.of("code", "state", "error");

  private final String scheme;

  AppReturnPage(@ConfigProperty(name = "ojeomneo.app.scheme") String scheme) {
    this.scheme = scheme;
  }

  void register(@Observes Router router) {
    router
        .get("/checkout/app-return")
        .order(PayPage.ORDER - 1)
        .handler(request -> show(request, "checkout/return", OF_A_PAYMENT));
    for (Provider provider : Provider.values()) {
      String screen = "login/" + provider.path();
      router.get("/" + screen + "/app").handler(request -> show(request, screen, OF_A_LOGIN));
    }
  }

  private void show(RoutingContext request, String screen, List<String> said) {
    String query = said(request.queryParams(), said);
    Pages.send(request, 200, Pages.app(scheme + "://" + screen + "?" + query));
  }

  private static String said(MultiMap query, List<String> names) {
    return names.stream()
        .filter(query::contains)
        .map(name -> name + "=" + URLEncoder.encode(query.get(name), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
