package com.ojeomneo.server.checkout;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the provider sends the customer's browser back to; the rest is the app's. */
@Singleton
class ReturnPage {
  private final String publicUrl;

  ReturnPage(@ConfigProperty(name = "ojeomneo.public-url") String publicUrl) {
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  void register(@Observes Router router) {
    router.get("/checkout/return").order(PayPage.ORDER - 1).handler(this::show);
  }

  private void show(RoutingContext request) {
    Returned returned = Returned.of(request.queryParams(), publicUrl);
    if (returned.isApproved()) {
      Pages.send(request, 200, Pages.approved(returned));
    } else if (returned.code() != null) {
      Pages.send(request, 200, Pages.refused(returned));
    } else {
      Pages.send(request, 400, Pages.unreadable());
    }
  }
}
