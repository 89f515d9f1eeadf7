package com.ojeomneo.drills;

import com.ojeomneo.drills.Customer.Held;
import com.ojeomneo.drills.Shops.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** What one customer does at lunch, again and again: the usual way, and all the unusual ones. */
final class Appetite implements Callable<Void> {
  private static final int LOOK_UP_MILLIS = 100;

  private final Customer customer;
  private final List<Shop> shops;
  private final Random random;
  private final int longestBreakMillis;
  private final BooleanSupplier hungry;

  /**
   * @param longestBreak between two orders
   * @param hungry whether to begin another order
   */
  Appetite(Customer customer, List<Shop> shops, Duration longestBreak, BooleanSupplier hungry) {
    this.customer = customer;
    this.shops = shops;
    this.random = customer.random();
    this.longestBreakMillis = (int) longestBreak.toMillis();
    this.hungry = hungry;
  }

  @Override
  public Void call() throws Exception {
    while (isHungryAfterABreak()) {
      order();
    }
    return null;
  }

  /** A break ends with the lunch. */
  private boolean isHungryAfterABreak() throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMillis(random.nextInt(longestBreakMillis)).toNanos();
    while (hungry.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(LOOK_UP_MILLIS);
    }
    return hungry.getAsBoolean();
  }

  private void order() throws Exception {
    Shop shop = shops.get(random.nextInt(shops.size()));
    Optional<String> slot = customer.browse(shop);
    var wish = customer.wish(shop, chance(40) ? slot : Optional.empty());
    String key = newKey();
    Optional<Held> placed =
        chance(15) ? doubleTap(() -> customer.place(wish, key)) : customer.place(wish, key);
    if (placed.isPresent()) {
      goOn(placed.get());
      if (chance(20)) {
        customer.replay(placed.get());
      }
    }
  }

  private void goOn(Held order) throws Exception {
    switch (random.nextInt(10)) {
      case 0 -> {} // abandoned
      case 1 -> customer.authenticate(order, "normal"); // abandoned on the way back
      case 2 -> cancelBeforePaying(order);
      case 3 -> twoCards(order);
      case 4, 5 -> payAndCancelMeanwhile(order);
      case 6 -> refusedThenAnotherCard(order);
      case 7 -> payAndCancelLater(order);
      default -> payPlainly(order);
    }
  }

  private void payPlainly(Held order) throws Exception {
    if (chance(20)) {
      customer.decline(order);
    }
    Optional<String> payment = customer.authenticate(order, "normal");
    String key = newKey();
    if (payment.isPresent()) {
      if (chance(30)) {
        doubleTap(() -> customer.pay(order, payment.get(), key));
      } else {
        customer.pay(order, payment.get(), key);
      }
    }
  }

  private void cancelBeforePaying(Held order) throws Exception {
    Optional<String> payment = customer.authenticate(order, "normal");
    customer.cancel(order, newKey());
    if (payment.isPresent()) {
      customer.pay(order, payment.get(), newKey());
    }
  }

  private void twoCards(Held order) throws Exception {
    Optional<String> one = customer.authenticate(order, "normal");
    Optional<String> other = customer.authenticate(order, chance(30) ? "refused" : "normal");
    if (one.isPresent() && other.isPresent()) {
      together(
          List.of(
              () -> customer.pay(order, one.get(), newKey()),
              () -> customer.pay(order, other.get(), newKey())));
    }
  }

  private void payAndCancelMeanwhile(Held order) throws Exception {
    Optional<String> payment = customer.authenticate(order, "normal");
    int hesitation = random.nextInt(chance(50) ? 30 : 1500);
    if (payment.isPresent()) {
      together(
          List.of(
              () -> customer.pay(order, payment.get(), newKey()),
              () -> {
                Thread.sleep(hesitation);
                customer.cancel(order, newKey());
                return true;
              }));
    }
  }

  private void refusedThenAnotherCard(Held order) throws Exception {
    Optional<String> refused = customer.authenticate(order, "refused");
    if (refused.isPresent() && !customer.pay(order, refused.get(), newKey())) {
      payPlainly(order);
    }
  }

  private void payAndCancelLater(Held order) throws Exception {
    payPlainly(order);
    Thread.sleep(random.nextInt(4000));
    String key = newKey();
    if (chance(50)) {
      doubleTap(
          () -> {
            customer.cancel(order, key);
            return true;
          });
    } else {
      customer.cancel(order, key);
    }
  }

  /** An impatient finger; whatever comes of the first is the answer to both. */
  private <T> T doubleTap(Callable<T> act) throws Exception {
    return together(List.of(act, act)).getFirst();
  }

  private static <T> List<T> together(List<Callable<T>> acts) throws Exception {
    var start = new CyclicBarrier(acts.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (Callable<T> act : acts) {
        running.add(
            threads.submit(
                () -> {
                  awaitAll(start);
                  return act.call();
                }));
      }
      var results = new ArrayList<T>();
      for (Future<T> result : running) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static void awaitAll(CyclicBarrier start) throws InterruptedException {
    try {
      start.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }
}
