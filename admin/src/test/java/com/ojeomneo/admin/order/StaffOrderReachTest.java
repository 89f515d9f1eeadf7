package com.ojeomneo.admin.order;

import static com.ojeomneo.admin.order.Counter.cancel;
import static com.ojeomneo.admin.order.Counter.change;
import static com.ojeomneo.admin.order.Counter.correct;
import static com.ojeomneo.admin.order.Counter.handOver;
import static com.ojeomneo.admin.order.Counter.instead;
import static com.ojeomneo.admin.order.Counter.pay;
import static com.ojeomneo.admin.order.Counter.portions;
import static com.ojeomneo.admin.order.Counter.take;
import static com.ojeomneo.admin.order.Restaurant.OWNER;
import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose orders they are to take, to change and to be paid for. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class StaffOrderReachTest {
  private Counter counter;

  /** Each of what staff do with an order that is there. */
  enum Deed {
    PAY,
    HAND_OVER,
    CHANGE,
    CORRECT,
    CANCEL
  }

  @BeforeEach
  void somebodyIsThere() {
    counter = Counter.open();
  }

  @Test
  void nobodyTakesOrdersForAShopThatIsNotTheirs() {
    Colleague stranger = Colleague.hired(StaffRole.SHOP_STAFF, Restaurant.open().id()).signIn();
    take(stranger, "one", counter.order("PHONE", null, portions(counter.dish, 1)))
        .then()
        .statusCode(404);
    Colleague viewer = Colleague.hired(StaffRole.VIEWER).signIn();
    take(viewer, "one", counter.order("PHONE", null, portions(counter.dish, 1)))
        .then()
        .statusCode(403);
    assertThat(OWNER.fetchCount(ORDERS, ORDERS.STORE_ID.eq(counter.shop.id()))).isZero();
  }

  @ParameterizedTest
  @EnumSource(Deed.class)
  void nobodyTouchesAnOrderThatIsNotTheirs(Deed deed) {
    String id = counter.phoned();
    String before = counter.dossier(id).asString();
    Colleague stranger = Colleague.hired(StaffRole.SHOP_STAFF, Restaurant.open().id()).signIn();
    does(stranger, deed, id).then().statusCode(404);
    Colleague viewer = Colleague.hired(StaffRole.VIEWER).signIn();
    does(viewer, deed, id).then().statusCode(403);
    does(counter.manager, deed, UUID.randomUUID().toString()).then().statusCode(404);
    assertThat(counter.dossier(id).asString()).isEqualTo(before);
  }

  private Response does(Colleague who, Deed deed, String order) {
    return switch (deed) {
      case PAY -> pay(who, order, "CASH", 9000);
      case HAND_OVER -> handOver(who, order, UUID.randomUUID().toString());
      case CHANGE -> change(who, order, "key", instead(1, counter.cheap, -2000, null, false));
      case CORRECT -> correct(who, order, null, "덜 맵게");
      case CANCEL -> cancel(who, order, "손님 취소");
    };
  }
}
