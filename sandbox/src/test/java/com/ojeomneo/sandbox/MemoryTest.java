package com.ojeomneo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.sandbox.SandboxSettings.Database;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private final String orderId = TestShop.newOrder();

  @Test
  void sandboxesThatStartAtOnceOnAnEmptyDatabaseAllStart() throws Exception {
    Database database = TestPostgres.emptyDatabase();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<TestShop> start = () -> TestShop.open(database);
      for (var shop : threads.invokeAll(Collections.nCopies(4, start))) {
        shop.get().close();
      }
    }
  }

  @Test
  void whatOneSandboxChargedTheNextOneKnows() throws Exception {
    String paymentKey;
    try (var shop = TestShop.open()) {
      paymentKey = shop.charged(orderId, 12_000);
      shop.cancel(paymentKey, 1_000);
    }

    try (var shop = TestShop.open()) {
      assertThat(shop.lookUp(paymentKey).number("balanceAmount")).isEqualTo(11_000);
      assertThat(shop.cancelAll(paymentKey).text("status")).isEqualTo("CANCELED");
    }
  }

  @Test
  void aDatabaseThatCutEveryConnectionIsUsedAgain() throws Exception {
    Database database = TestPostgres.emptyDatabase();
    try (var shop = TestShop.open(database)) {
      String paymentKey = shop.charged(orderId, 12_000);
      String name = database.url().replaceFirst(".*/([a-z0-9_]+).*", "$1");

      TestPostgres.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
              .formatted(name));

      assertThat(shop.lookUp(paymentKey).status()).isEqualTo(200);
    }
  }

  @Test
  void itDoesNotStartWithoutItsDatabase() {
    var nowhere = new Database("jdbc:postgresql://127.0.0.1:1/none", "nobody", "secret");

    assertThatThrownBy(() -> TestShop.open(nowhere)).isInstanceOf(SQLException.class);
  }

  @Test
  void theSettingsDoNotTellTheirSecrets() {
    var settings =
        SandboxSettings.of(
            new Database("jdbc:postgresql://db:5432/sandbox", "me", "pass-123"), "ck", "sk-456");

    assertThat(settings.toString())
        .contains("jdbc:postgresql://db:5432/sandbox")
        .doesNotContain("pass-123", "sk-456");
  }
}
