package com.ojeomneo.server.push;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.order.OrderProgress;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class PushLogTest {
  @Inject OrderProgress progress;
  private final ToldOrders orders = new ToldOrders();

  @Test
  void aTokenIsInNoLogAndNoMetric() {
    Customer customer = Customer.signUp();
    Customer other = customer.logInAgain();
    Firebase.Phone android = TestStack.firebase().phone();
    Apple.Phone iphone = TestStack.apple().phone();
    Queue<String> log = new ConcurrentLinkedQueue<>();
    var handler = new Ear(log);
    Logger.getLogger("").addHandler(handler);
    try {
      register(customer, "ANDROID", android.token());
      register(other, "IOS", iphone.token());
      android.answering(503, 404);
      iphone.answering(503, "ServiceUnavailable").answering(400, "BadDeviceToken");
      UUID order = orders.paid(customer);
      progress.move(order, OrderStatus.ACCEPTED, ToldOrders.STAFF, null);
      orders.awaitNothingWaits(order);
    } finally {
      Logger.getLogger("").removeHandler(handler);
    }
    assertThat(log).anyMatch(line -> line.contains("was answered") && line.contains("UNAVAILABLE"));
    assertThat(log)
        .anyMatch(line -> line.contains("was answered") && line.contains("ServiceUnavailable"));
    String metrics = get("/metrics").asString();
    assertThat(metrics)
        .containsPattern("ojeomneo_push_total\\{[^}]*outcome=\"gone\"[^}]*way=\"fcm\"")
        .containsPattern("ojeomneo_push_oldest_seconds\\{[^}]*way=\"apns\"");
    for (String token : List.of(android.token(), iphone.token())) {
      assertThat(log).noneMatch(line -> line.contains(token));
      assertThat(metrics).doesNotContain(token);
    }
  }

  private static final class Ear extends Handler {
    private final Queue<String> heard;

    private Ear(Queue<String> heard) {
      this.heard = heard;
    }

    @Override
    public void publish(LogRecord line) {
      heard.add(line.getMessage() + Arrays.toString(line.getParameters()) + line.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static void register(Customer by, String platform, String token) {
    by.request()
        .body(Map.of("platform", platform, "token", token))
        .put("/users/me/push-device")
        .then()
        .statusCode(204);
  }
}
