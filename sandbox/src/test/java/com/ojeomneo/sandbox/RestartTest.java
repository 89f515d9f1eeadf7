package com.ojeomneo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.sandbox.SandboxSettings.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox as a process of its own, ended in every way. */
@Timeout(60)
class RestartTest {
  private final List<Process> processes = new ArrayList<>();

  private final String orderId = TestShop.newOrder();
  private final String key = TestShop.newKey();

  private Database database;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = TestPostgres.emptyDatabase();
  }

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void aKilledSandboxRemembersWhatItChargedAndCouldNotAnswer() throws Exception {
    Process killed = start("SANDBOX_PORT", "0");
    TestShop shop = TestShop.at(address(killed));
    String authenticated = shop.authenticate(TestShop.newOrder(), 9_000);
    String paymentKey = shop.authenticate(orderId, 12_000);
    shop.fault(orderId, "'operation':'confirm','effect':'drop-after'");
    assertThatThrownBy(() -> shop.confirm(paymentKey, orderId, 12_000, "Idempotency-Key", key))
        .isInstanceOf(IOException.class);
    String cancelKey = TestShop.newKey();
    Reply cancelled = shop.cancel(paymentKey, 2_000, "Idempotency-Key", cancelKey);

    killed.destroyForcibly().waitFor();
    TestShop again = TestShop.at(address(start("SANDBOX_PORT", "0")));

    assertThat(again.lookUpOrder(orderId).text("status")).isEqualTo("PARTIAL_CANCELED");
    assertThat(again.lookUp(authenticated).text("status")).isEqualTo("IN_PROGRESS");
    Reply confirm = again.confirm(paymentKey, orderId, 12_000, "Idempotency-Key", key);
    assertThat(confirm.text("status")).isEqualTo("DONE");
    assertThat(again.cancel(paymentKey, 2_000, "Idempotency-Key", cancelKey).body())
        .isEqualTo(cancelled.body());
    assertThat(again.lookUp(paymentKey).number("balanceAmount")).isEqualTo(10_000);
  }

  @Test
  void aSandboxKilledWhileItIsSilentHasMovedTheMoney() throws Exception {
    Process killed = start("SANDBOX_PORT", "0");
    TestShop shop = TestShop.at(address(killed));
    String paymentKey = shop.authenticate(orderId, 12_000);
    shop.fault(orderId, "'operation':'confirm','effect':'hang-after','seconds':600");
    var silent =
        Thread.startVirtualThread(
            () ->
                assertThatThrownBy(() -> shop.confirm(paymentKey, orderId, 12_000))
                    .isInstanceOf(IOException.class));
    Eventually.is(() -> shop.lookUp(paymentKey).text("status").equals("DONE"));

    killed.destroyForcibly().waitFor();
    silent.join();

    TestShop again = TestShop.at(address(start("SANDBOX_PORT", "0")));
    assertThat(again.lookUp(paymentKey).text("status")).isEqualTo("DONE");
  }

  @Test
  void aSandboxKilledWhileItDeliversAWebhookDeliversItAgain() throws Exception {
    try (var receiver = new TestReceiver()) {
      receiver.answersNothing();
      Process killed = start("SANDBOX_WEBHOOK_URL", receiver.url());
      TestShop.at(address(killed)).charged(orderId, 12_000);
      Eventually.is(() -> receiver.told(orderId).contains("DONE"));
      List<String> begun = receiver.told(orderId);

      killed.destroyForcibly().waitFor();
      receiver.answers(200);
      claimsEnd();
      address(start("SANDBOX_WEBHOOK_URL", receiver.url()));

      Eventually.is(() -> receiver.told(orderId).size() == 2 * begun.size());
      assertThat(receiver.told(orderId).subList(begun.size(), 2 * begun.size()))
          .containsExactlyElementsOf(begun);
      assertThat(receiver.received())
          .extracting(each -> each.header("Tosspayments-webhook-transmission-id"))
          .containsOnly(
              receiver.received().getFirst().header("Tosspayments-webhook-transmission-id"));
    }
  }

  /** Those of a process that is gone end by themselves, after 20 s. */
  private void claimsEnd() throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(
          "UPDATE sandbox.webhooks SET claimed_until = claimed_until - interval '20 seconds'");
    }
  }

  @Test
  void itStopsWhenItIsAskedTo() throws Exception {
    Process process = start("SANDBOX_PORT", "0");
    address(process);

    process.toHandle().destroy(); // SIGTERM, and the streams stay open

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(errors(process)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SANDBOX_PORT",
        "SANDBOX_SMTP_PORT",
        "SANDBOX_POSTGRES_URL",
        "SANDBOX_POSTGRES_USER",
        "SANDBOX_POSTGRES_PASSWORD",
        "TOSS_CLIENT_KEY",
        "TOSS_SECRET_KEY"
      })
  void aMissingValueIsNamedInOneLine(String name) throws Exception {
    Process process = start(name, "");

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(errors(process))
        .containsExactly("The payment sandbox does not start: " + name + " is missing");
  }

  @Test
  void aDatabaseOutOfReachIsOneLine() throws Exception {
    Process process = start("SANDBOX_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:1/none");

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(errors(process))
        .singleElement()
        .asString()
        .startsWith("The payment sandbox does not start: the database cannot be used");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SANDBOX_PORT", "SANDBOX_SMTP_PORT"})
  void aTakenPortIsOneLine(String name) throws Exception {
    try (TestShop holder = TestShop.open()) {
      Process process = start(name, Integer.toString(holder.address().getPort()));

      assertThat(process.waitFor()).isEqualTo(1);
      assertThat(errors(process)).singleElement().asString().contains(name);
    }
  }

  private Process start(String name, String value) throws IOException {
    var builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            SandboxMain.class.getName());
    var environment = builder.environment();
    environment.put("SANDBOX_PORT", "0");
    environment.put("SANDBOX_SMTP_PORT", "0");
    environment.put("SANDBOX_POSTGRES_URL", database.url());
    environment.put("SANDBOX_POSTGRES_USER", database.user());
    environment.put("SANDBOX_POSTGRES_PASSWORD", database.password());
    environment.put("TOSS_CLIENT_KEY", TestShop.CLIENT_KEY);
    environment.put("TOSS_SECRET_KEY", TestShop.SECRET_KEY);
    environment.put(name, value);
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private static URI address(Process process) throws IOException {
    String line = lines(process.getInputStream()).readLine();
    assertThat(line).startsWith("The payment sandbox is ready at http://127.0.0.1:");
    return URI.create(line.substring(line.indexOf("http")));
  }

  private static List<String> errors(Process process) {
    return lines(process.getErrorStream()).lines().toList();
  }

  private static BufferedReader lines(InputStream stream) {
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }
}
