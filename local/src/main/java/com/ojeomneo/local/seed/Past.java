package com.ojeomneo.local.seed;

import com.ojeomneo.local.seed.Demand.Wave;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes orders of waves, strictly in the order of time. */
final class Past {
  private static final double CANCELLED = 0.03;
  private static final double EXPIRED = 0.015;

  private final Numbers numbers;
  private final Customers customers;
  private final List<Note> notes;
  private final RandomGenerator random;
  private int made;

  Past(Numbers numbers, Customers customers, List<Note> notes, RandomGenerator random) {
    this.numbers = numbers;
    this.customers = customers;
    this.notes = notes;
    this.random = random;
  }

  private record Arrival(Instant at, Wave wave) {}

  void write(List<Wave> waves, Writers writers) throws SQLException, InterruptedException {
    int orders = waves.stream().mapToInt(Wave::orders).sum();
    OrderRows rows = writers.blank();
    int full = batch(orders);
    var step = new ArrayList<Arrival>();
    for (int i = 0; i < waves.size(); i++) {
      Wave wave = waves.get(i);
      for (int each = 0; each < wave.orders(); each++) {
        step.add(
            new Arrival(wave.from().plusMillis(random.nextLong(Demand.STEP.toMillis())), wave));
      }
      if (i + 1 < waves.size() && waves.get(i + 1).from().equals(wave.from())) {
        continue;
      }
      step.sort(Comparator.comparing(Arrival::at));
      for (Arrival arrival : step) {
        rows.add(order(arrival, rows));
        if (rows.count() == full) {
          writers.write(rows);
          rows = writers.blank();
          full = batch(orders);
        }
      }
      step.clear();
    }
    if (rows.count() > 0) {
      writers.write(rows);
    }
  }

  /** Small at first, so that PostgreSQL begins soon, and at last, so that all end together. */
  private int batch(int orders) {
    return Math.clamp(Math.min(made, orders - made) / 2, Seeding.BATCH / 10, Seeding.BATCH);
  }

  private SeededOrder order(Arrival arrival, OrderRows rows) {
    Wave wave = arrival.wave();
    UUID id = TimeOrderedId.at(arrival.at());
    int index = made++;
    double fate = random.nextDouble();
    return new SeededOrder(
        id,
        CopyBytes.utf8(id.toString()),
        customers.ofOrder(index, rows.users()),
        customers.nextEvent(index),
        wave.shop(),
        wave.businessDay(),
        numbers.next(wave),
        fate < CANCELLED
            ? OrderStatus.CANCELLED
            : fate < CANCELLED + EXPIRED ? OrderStatus.EXPIRED : OrderStatus.COMPLETED,
        wave.shop().basket(random, rows.offers()),
        Note.any(notes, random),
        arrival.at(),
        random.nextInt(15, 150));
  }
}
