package com.ojeomneo.server.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Race;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class GuestAccountTest {
  private static final String PASSWORD = "점심 뭐 먹지 1!";

  @Test
  void aGuestKeepsTheirOrdersAndTokens() {
    var guest = Customer.guest();
    String order = order(guest);
    String email = Customer.newEmail();
    register(guest, email)
        .then()
        .statusCode(200)
        .body("id", equalTo(guest.id().toString()))
        .body("email", equalTo(email))
        .body("displayName", equalTo("김오점"))
        .body("guest", equalTo(false));
    guest.request().get("/users/me").then().statusCode(200).body("guest", equalTo(false));
    guest
        .request()
        .body(Map.of("email", email, "password", PASSWORD))
        .post("/auth/login")
        .then()
        .statusCode(200)
        .body("user.id", equalTo(guest.id().toString()));
    guest.request().get("/orders/" + order).then().statusCode(200);
  }

  @Test
  void anAddressHasOneAccountWhateverItsCase() {
    String email = Customer.signUp().email().toUpperCase(Locale.ROOT);
    var guest = Customer.guest();
    register(guest, email).then().statusCode(409).body("code", equalTo("EMAIL_TAKEN"));
    guest.request().get("/users/me").then().body("guest", equalTo(true));
  }

  @Test
  void whoHasAnAccountIsRefused() {
    var customer = Customer.signUp();
    register(customer, Customer.newEmail())
        .then()
        .statusCode(409)
        .body("code", equalTo("ALREADY_REGISTERED"));
    customer.request().get("/users/me").then().body("email", equalTo(customer.email()));
  }

  @Test
  void ofManyGuestsAtOnceOneGetsTheAddress() {
    String email = Customer.newEmail();
    var guests = List.of(Customer.guest(), Customer.guest(), Customer.guest(), Customer.guest());
    var codes = Race.of(4, i -> register(guests.get(i), email).statusCode());
    assertThat(Collections.frequency(codes, 200)).isOne();
    assertThat(Collections.frequency(codes, 409)).isEqualTo(3);
  }

  @Test
  void ofManyRequestsOfAGuestAtOnceOneIsAnswered() {
    var guest = Customer.guest();
    var codes = Race.of(4, i -> register(guest, Customer.newEmail()).statusCode());
    assertThat(Collections.frequency(codes, 200)).isOne();
    assertThat(Collections.frequency(codes, 409)).isEqualTo(3);
  }

  @Test
  void whatIsNoAccountIsRefusedAsWhenSigningUp() {
    var guest = Customer.guest();
    register(guest, "kim").then().statusCode(400).body("errors[0].field", equalTo("email"));
    guest.request().body("{}").post("/users/me/account").then().statusCode(400);
    Customer.guest().request().auth().none().post("/users/me/account").then().statusCode(401);
  }

  private static String order(Customer customer) {
    var dish = Shop.open().dish("김치찌개", 9000);
    var item = Map.of("menuId", dish.id(), "quantity", 1, "optionIds", List.of());
    return customer
        .request()
        .header("Idempotency-Key", customer.id().toString())
        .body(Map.of("storeId", dish.shop().id(), "items", List.of(item)))
        .post("/orders")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void aGuestWhoChoosesACommonPasswordStaysAGuest() {
    Customer guest = Customer.guest();
    register(guest, Customer.newEmail(), "qwertyuiop")
        .then()
        .statusCode(400)
        .body("code", equalTo("PASSWORD_TOO_COMMON"));
    register(guest, Customer.newEmail()).then().statusCode(200);
  }

  private static Response register(Customer customer, String email) {
    return register(customer, email, PASSWORD);
  }

  private static Response register(Customer customer, String email, String password) {
    var consents = List.of(Map.of("kind", "TERMS", "version", "2026-01"));
    var body =
        Map.of("email", email, "password", password, "displayName", "김오점", "consents", consents);
    return customer.request().body(body).post("/users/me/account");
  }
}
