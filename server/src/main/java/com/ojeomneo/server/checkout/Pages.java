package com.ojeomneo.server.checkout;

import com.ojeomneo.order.OrderView.PaymentLink;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;

/**
 * The templates of these pages, checked against their parameters at build time; values are escaped.
 */
@CheckedTemplate(basePath = "checkout")
final class Pages {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private Pages() {}

  static native TemplateInstance pay(PaymentLink payment, String amount, String returnUrl);

  static native TemplateInstance closed();

  static native TemplateInstance app(String address);

  static void send(RoutingContext request, int status, TemplateInstance page) {
    send(request, status, page, POLICY);
  }

  static void send(RoutingContext request, int status, TemplateInstance page, String policy) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Security-Policy", policy)
        .end(page.render());
  }
}
