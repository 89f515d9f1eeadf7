package com.ojeomneo.server.checkout;

import com.ojeomneo.order.OrderView.PaymentLink;
import com.ojeomneo.order.OrderViews;
import com.ojeomneo.payment.PaymentPage;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.Problem;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code /checkout/{orderId}}: the page that opens the real provider's payment window. It carries
 * no token, so it shows no more than what is being paid, to whoever knows the order's id. With a
 * stand-in for the provider it leads on to the stand-in's page. With {@code ?return=app} the
 * customer comes back into the app of the stores: a choice between two addresses of ours.
 */
@Singleton
class PayPage {
  /** Among the routes: after the pages with names of their own. */
  static final int ORDER = 10;

  private static final String PROVIDER = "https://*.tosspayments.com";
  private static final String POLICY =
      "default-src 'none'; script-src 'self' %1$s; connect-src %1$s; frame-src %1$s; form-action %1$s;"
              .formatted(PROVIDER)
          + " style-src 'self' 'unsafe-inline'; img-src 'self' data: %1$s;".formatted(PROVIDER)
          + " base-uri 'none'; frame-ancestors 'none'";

  private final Database database;
  private final OrderViews views;
  private final PaymentPage payments;

  PayPage(Database database, OrderViews views, PaymentPage payments) {
    this.database = database;
    this.views = views;
    this.payments = payments;
  }

  void register(@Observes Router router) {
    router.get("/checkout/:order").order(ORDER).blockingHandler(this::show, false);
  }

  private void show(RoutingContext request) {
    Optional<PaymentLink> payment = payable(request.pathParam("order"));
    boolean fromApp = "app".equals(request.request().getParam("return"));
    String back = fromApp ? payments.appReturnUrl() : payments.returnUrl();
    if (payment.isEmpty()) {
      Pages.send(request, 404, Pages.closed());
    } else if (payments.isOurs()) {
      Pages.send(request, 200, page(payment.get(), back), POLICY);
    } else {
      request
          .response()
          .setStatusCode(303)
          .putHeader("Cache-Control", "no-store")
          .putHeader("Location", standIn(payment.get(), back))
          .end();
    }
  }

  private Optional<PaymentLink> payable(String order) {
    try {
      return views.payable(database.sql(), PathId.of(order));
    } catch (Problem noSuchOrder) {
      return Optional.empty();
    }
  }

  private String standIn(PaymentLink payment, String back) {
    UUID order = UUID.fromString(payment.orderId());
    return payments.standInFor(order, payment.orderName(), payment.amount(), back);
  }

  TemplateInstance page(PaymentLink payment, String back) {
    String amount = String.format(Locale.ROOT, "%,d", payment.amount().amount());
    return Pages.pay(payment, amount, back);
  }
}
