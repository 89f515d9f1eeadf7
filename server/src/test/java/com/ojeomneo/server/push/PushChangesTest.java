package com.ojeomneo.server.push;

import static com.ojeomneo.server.push.ToldOrders.PATIENCE;
import static com.ojeomneo.server.push.ToldOrders.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.order.ChangeOrder;
import com.ojeomneo.order.CorrectOrder;
import com.ojeomneo.order.OrderChange;
import com.ojeomneo.order.OrderCorrection;
import com.ojeomneo.order.OrderProgress;
import com.ojeomneo.order.PlaceOrder;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff change about an order, as the customer hears of it whose app is closed. */
@QuarkusTest
@WithTestResource(TestStack.class)
class PushChangesTest {
  @Inject OrderProgress progress;
  @Inject ObjectMapper json;
  @Inject Clock clock;

  /** As the Admin has it, where staff are. */
  private final Database database = new Database(TestStack.owner());

  private final ToldOrders orders = new ToldOrders();
  private final UUID staff = UUID.randomUUID();
  private PushService browser;
  private UUID order;

  @BeforeEach
  void subscribe() {
    Customer customer = Customer.signUp();
    browser = PushService.browser();
    customer
        .request()
        .body(browser.subscription())
        .put("/users/me/push-subscriptions")
        .then()
        .statusCode(204);
    order = orders.paid(customer);
    orders
        .sql()
        .execute(
            "INSERT INTO staff (id, email, display_name, created_at) VALUES (?, ?, '직원', now())",
            staff,
            staff + "@example.com");
  }

  @Test
  void aChangeIsShownBesideTheNewsOfTheState() {
    progress.move(order, OrderStatus.ACCEPTED, STAFF, null);
    awaitTitles("주문을 받았어요");
    change();
    awaitTitles("주문을 받았어요", "주문 내용이 바뀌었어요");
    orders.awaitNothingWaits(order);

    PushService.Received accepted = browser.received().getFirst();
    PushService.Received changed = browser.received().getLast();
    assertThat(changed.message().path("body").asText()).isEqualTo(orders.shop() + " · 눌러서 확인해 주세요");
    assertThat(changed.message().path("url").asText()).isEqualTo("/orders/" + order);
    assertThat(changed.message().path("tag").asText()).isEqualTo("order-" + order + "-changed");
    assertThat(changed.topic()).isEqualTo(accepted.topic() + "-changed");
  }

  @Test
  void aCorrectionIsTold() {
    correct("덜 맵게");
    awaitTitles("주문 정보가 바뀌었어요");
  }

  @Test
  void ofSeveralChangesTheLastIsToldAndTheStateAllTheSame() {
    browser.answering(503, 503, 503, 503, 503);
    progress.move(order, OrderStatus.ACCEPTED, STAFF, null);
    correct("덜 맵게");
    change();
    orders.awaitNothingWaits(order);
    assertThat(titles()).containsExactlyInAnyOrder("주문을 받았어요", "주문 내용이 바뀌었어요");
  }

  @Test
  void aChangeOfWhatIsCancelledSinceIsNotTold() {
    browser.answering(503, 503, 503);
    change();
    progress.move(order, OrderStatus.CANCELLED, STAFF, "재료가 떨어졌어요");
    orders.awaitNothingWaits(order);
    assertThat(titles()).containsExactly("주문이 취소됐어요");
  }

  /** One more portion, for which the shop asks nothing. */
  private void change() {
    var more = new PlaceOrder.Portions(orders.menu(), 1, List.of());
    new OrderChange(database, progress, json, clock)
        .change(
            order,
            new ChangeOrder(null, more, 9000, null, true, "하나 더"),
            staff,
            UUID.randomUUID().toString(),
            (tx, changed) -> {});
  }

  private void correct(String note) {
    new OrderCorrection(database, progress, clock)
        .correct(order, new CorrectOrder(null, note), staff, (tx, corrected) -> {});
  }

  private void awaitTitles(String... titles) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(titles()).containsExactly(titles));
  }

  /** Without the number of the order. */
  private List<String> titles() {
    return browser.received().stream()
        .map(each -> each.message().path("title").asText().replaceFirst("^.* · ", ""))
        .toList();
  }
}
