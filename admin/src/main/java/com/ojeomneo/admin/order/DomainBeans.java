package com.ojeomneo.admin.order;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.menu.StockTaking;
import com.ojeomneo.order.Checkout;
import com.ojeomneo.order.LookUp;
import com.ojeomneo.order.OrderChange;
import com.ojeomneo.order.OrderCorrection;
import com.ojeomneo.order.OrderEvents;
import com.ojeomneo.order.OrderProgress;
import com.ojeomneo.order.OrderRefund;
import com.ojeomneo.order.OrderViews;
import com.ojeomneo.order.StaffCheckout;
import com.ojeomneo.order.Till;
import com.ojeomneo.platform.database.Database;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The order domain, wired as in the Server, but for the payment provider. */
@Singleton
class DomainBeans {
  private static final String DOMAIN_ROLE = "ojeomneo_domain";

  @Produces
  @Singleton
  @AsDomain
  Database database(AgroalDataSource dataSource) {
    return new Database(dataSource, DOMAIN_ROLE);
  }

  @Produces
  @Singleton
  OrderViews views(Clock clock) {
    return OrderViews.ofPaid(clock);
  }

  @Produces
  @Singleton
  OrderEvents events(OrderViews views, ObjectMapper json, Clock clock) {
    return new OrderEvents(views, json, clock);
  }

  @Produces
  @Singleton
  OrderProgress progress(
      @AsDomain Database database, OrderEvents events, OrderViews views, Clock clock) {
    return new OrderProgress(database, events, views, clock);
  }

  @Produces
  @Singleton
  StockTaking stockTaking(@AsDomain Database database, Clock clock) {
    return new StockTaking(database, clock);
  }

  @Produces
  @Singleton
  OrderRefund refund(@AsDomain Database database, OrderProgress progress, Clock clock) {
    return new OrderRefund(database, progress, clock);
  }

  @Produces
  @Singleton
  LookUp lookUp(@AsDomain Database database, Clock clock) {
    return new LookUp(database, clock);
  }

  @Produces
  @Singleton
  Till till(@AsDomain Database database, OrderProgress progress, Clock clock) {
    return new Till(database, progress, clock);
  }

  @Produces
  @Singleton
  StaffCheckout staffCheckout(
      @AsDomain Database database,
      OrderEvents events,
      OrderProgress progress,
      Till till,
      ObjectMapper json,
      Clock clock) {
    var checkout = new Checkout(database, events, clock);
    return new StaffCheckout(database, checkout, progress, till, json, clock);
  }

  @Produces
  @Singleton
  OrderChange change(
      @AsDomain Database database, OrderProgress progress, ObjectMapper json, Clock clock) {
    return new OrderChange(database, progress, json, clock);
  }

  @Produces
  @Singleton
  OrderCorrection correction(@AsDomain Database database, OrderProgress progress, Clock clock) {
    return new OrderCorrection(database, progress, clock);
  }
}
