package com.ojeomneo.server.menu;

import com.ojeomneo.menu.DishSales;
import com.ojeomneo.menu.MenuPrices;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.database.Database;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** What becomes of the catalogue's figures without anybody asking. */
@Singleton
class MenuJobs {
  private static final Duration FOLD = Duration.ofSeconds(10);
  private static final Duration CARRY_OVER = Duration.ofSeconds(1);

  void begin(@Observes StartupEvent start, BackgroundJobs jobs, Database database, Clock clock) {
    jobs.every(
        FOLD, "dish-sales", () -> database.transact(tx -> DishSales.fold(tx, clock.instant())));
    jobs.every(CARRY_OVER, "menu-prices", () -> database.transact(MenuPrices::carryOver));
  }
}
