package com.ojeomneo.server.checkout;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code /checkout/app-return}: where the payment page sends a customer back to who pays from an
 * app of the stores. It opens the app by its own scheme, with what the payment page said; a phone
 * that does not follow by itself shows a button.
 */
@Singleton
class AppReturnPage {
  private static final List<String> SAID =
      List.of("paymentKey", "orderId", "amount", "code", "message");

  private final URI app;

  AppReturnPage(@ConfigProperty(name = "ojeomneo.app.return-url") URI app) {
    this.app = app;
  }

  void register(@Observes Router router) {
    router.get("/checkout/app-return").order(PayPage.ORDER - 1).handler(this::show);
  }

  private void show(RoutingContext request) {
    Pages.send(request, 200, Pages.app(app + "?" + said(request.queryParams())));
  }

  private static String said(MultiMap query) {
    return SAID.stream()
        .filter(query::contains)
        .map(name -> name + "=" + URLEncoder.encode(query.get(name), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
