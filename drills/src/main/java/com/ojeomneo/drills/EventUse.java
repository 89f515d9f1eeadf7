package com.ojeomneo.drills;

import static com.ojeomneo.schema.jooq.Tables.USERS;

import com.ojeomneo.drills.Customer.Held;
import com.ojeomneo.drills.Shops.Shop;
import com.ojeomneo.platform.database.Database;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** What a customer does on one node is heard on a stream of the other. */
final class EventUse implements Use, AutoCloseable {
  private final Side there;
  private final Shop shop;
  private final Database owner;
  private final Counts counts = new Counts();
  private final Customer customer;
  private final Watcher watcher;
  private final Background listening = new Background();

  EventUse(List<Side> sides, Shop shop, Database owner) throws InterruptedException {
    this.there = sides.getLast();
    this.shop = shop;
    this.owner = owner;
    Api here = sides.getFirst().from(Side.newAddress());
    this.customer =
        new Customer("듣는 손님", here, new Insistence(counts, () -> true), counts, new Random(2));
    customer.enter();
    this.watcher = new Watcher(customer, there.from(Side.newAddress()), counts);
    listening.start(
        () -> {
          watcher.run();
          return null;
        });
  }

  @Override
  public String name() {
    return "실시간 · pub/sub";
  }

  @Override
  public Trial tryOut() throws IOException, InterruptedException {
    var trial = new Trial();
    Held order = customer.place(customer.wish(shop, Optional.empty()), newKey()).orElseThrow();
    heard(trial, "the order");
    String paymentKey = customer.authenticate(order, "normal").orElseThrow();
    trial.expect(customer.pay(order, paymentKey, newKey()), "the order is not paid");
    heard(trial, "the payment");
    customer.cancel(order, newKey());
    heard(trial, "the cancellation");
    return trial;
  }

  private void heard(Trial trial, String what) throws IOException, InterruptedException {
    long newest = newest();
    trial.expectSoon(() -> watcher.last() >= newest, "%s is not heard on %s", what, there);
  }

  private long newest() {
    return owner
        .sql()
        .select(USERS.ORDER_EVENT_SEQ)
        .from(USERS)
        .where(USERS.ID.eq(customer.id()))
        .fetchSingle()
        .value1();
  }

  @Override
  public boolean isThroughRedis() throws IOException, InterruptedException {
    double before = published();
    return tryOut().broken().isEmpty() && published() >= before + 3;
  }

  private double published() throws IOException, InterruptedException {
    return there.metric("ojeomneo_outbox_told_total", "way=\"pubsub\"");
  }

  /** Each event was heard once and in order, on one stream. */
  @Override
  public Trial lookBack() {
    var trial = new Trial();
    trial.expect(customer.surprises().isEmpty(), "%s", customer.surprises());
    trial.expect(counts.cut.sum() == 0, "the stream broke off");
    return trial;
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }

  @Override
  public void close() {
    watcher.stop();
    listening.close();
  }
}
