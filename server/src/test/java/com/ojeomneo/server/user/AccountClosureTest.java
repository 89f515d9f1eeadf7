package com.ojeomneo.server.user;

import static com.ojeomneo.schema.jooq.Tables.CONSENTS;
import static com.ojeomneo.schema.jooq.Tables.RETAINED_ACCOUNTS;
import static com.ojeomneo.schema.jooq.Tables.USER_IDENTITIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Elsewhere;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import com.ojeomneo.server.order.PlacedOrder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestStack.class)
class AccountClosureTest {
  private final DSLContext owner = new Database(TestStack.owner()).sql();

  @Test
  void whoseThePaidOrdersWereIsKeptApartForFiveYears() {
    var customer = Customer.signUp();
    pay(customer);
    customer.request().delete("/users/me").then().statusCode(204);
    var kept = owner.fetchSingle(RETAINED_ACCOUNTS, RETAINED_ACCOUNTS.USER_ID.eq(customer.id()));
    assertThat(kept.getEmail()).isEqualTo(customer.email());
    assertThat(kept.getDisplayName()).isEqualTo("김오점");
    Instant inFiveYears = Instant.now().atZone(ZoneId.of("Asia/Seoul")).plusYears(5).toInstant();
    assertThat(kept.getKeepUntil()).isBetween(inFiveYears.minusSeconds(60), inFiveYears);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ojeomneo_server", "ojeomneo_admin"})
  void noApplicationReadsIt(String user) {
    DSLContext sql = new Database(TestStack.as(user)).sql();
    assertThatThrownBy(() -> sql.fetch("SELECT email FROM retained_accounts"))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void nothingIsKeptOfWhoNeverPaid() {
    var customer = Customer.signUp();
    customer.request().delete("/users/me").then().statusCode(204);
    var guest = Customer.guest();
    pay(guest);
    guest.request().delete("/users/me").then().statusCode(204);
    assertThat(
            owner.fetchCount(
                RETAINED_ACCOUNTS, RETAINED_ACCOUNTS.USER_ID.in(customer.id(), guest.id())))
        .isZero();
  }

  @Test
  void whatWasAgreedToAndLinkedIsGone() {
    var customer = Customer.signUp();
    var person = Elsewhere.at("kakao");
    customer
        .request()
        .body(person.proof())
        .post("/users/me/identities/kakao")
        .then()
        .statusCode(200);
    customer
        .request()
        .body(Map.of("consents", List.of(Map.of("kind", "TERMS", "version", "1"))))
        .post("/users/me/consents")
        .then()
        .statusCode(200);
    customer.request().delete("/users/me").then().statusCode(204);
    assertThat(owner.fetchCount(CONSENTS, CONSENTS.USER_ID.eq(customer.id()))).isZero();
    assertThat(owner.fetchCount(USER_IDENTITIES, USER_IDENTITIES.USER_ID.eq(customer.id())))
        .isZero();
    String anew = person.logIn().then().statusCode(200).extract().path("user.id");
    assertThat(anew).isNotEqualTo(customer.id().toString());
  }

  private static void pay(Customer customer) {
    var order = PlacedOrder.by(customer, PlacedOrder.wish(Shop.open().dish("김치찌개", 9000), 1));
    order.pay(order.authenticated()).then().statusCode(200);
  }
}
