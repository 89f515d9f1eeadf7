package com.ojeomneo.server.user;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.server.Customer;
import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class ConsentResourceTest {
  private final DSLContext sql = new Database(TestStack.owner()).sql();

  @AfterEach
  void nothingIsAskedFor() {
    sql.execute("DELETE FROM app_settings WHERE key LIKE '%Version'");
  }

  @Test
  void withoutVersionsNothingHasToBeAgreedTo() {
    var customer = Customer.guest();
    customer.request().get("/users/me/consents").then().statusCode(200).body("missing", empty());
    order(customer).then().statusCode(201);
  }

  @Test
  void theCurrentVersionIsAgreedToBeforeAnOrder() {
    ask("termsVersion", "2026-11");
    ask("privacyVersion", "3");
    var customer = Customer.guest();
    order(customer).then().statusCode(409).body("code", equalTo("CONSENT_REQUIRED"));
    customer
        .request()
        .get("/users/me/consents")
        .then()
        .body("items", empty())
        .body("missing.kind", contains("TERMS", "PRIVACY"))
        .body("missing.version", contains("2026-11", "3"));
    give(customer, "TERMS", "2026-10").then().statusCode(200).body("missing", hasSize(2));
    give(customer, "TERMS", "2026-11").then().body("missing.kind", contains("PRIVACY"));
    order(customer).then().statusCode(409);
    give(customer, "PRIVACY", "3").then().body("missing", empty());
    give(customer, "PRIVACY", "3").then().body("items", hasSize(3));
    order(customer).then().statusCode(201);
    ask("privacyVersion", "4");
    order(customer).then().statusCode(409);
  }

  @Test
  void nobodyAgreesForAnother() {
    ask("ageVersion", "1");
    var mine = Customer.guest();
    give(mine, "AGE", "1").then().body("missing", empty());
    Customer.guest()
        .request()
        .get("/users/me/consents")
        .then()
        .body("items", empty())
        .body("missing.kind", contains("AGE"));
    given().get(Customer.API + "/users/me/consents").then().statusCode(401);
    mine.request()
        .auth()
        .none()
        .body(Map.of("consents", List.of(Map.of("kind", "AGE", "version", "1"))))
        .post("/users/me/consents")
        .then()
        .statusCode(401);
  }

  @Test
  void whatIsNoConsentIsRefused() {
    var customer = Customer.guest();
    give(customer, "SOUL", "1").then().statusCode(400);
    give(customer, "TERMS", "").then().statusCode(400);
    customer
        .request()
        .body(Map.of("consents", List.of()))
        .post("/users/me/consents")
        .then()
        .statusCode(400)
        .body("errors.field", contains("consents"));
  }

  private void ask(String setting, String version) {
    sql.execute(
        """
        INSERT INTO app_settings (key, value, public) VALUES (?, to_jsonb(?::text), true)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value""",
        setting,
        version);
  }

  private static Response give(Customer customer, String kind, String version) {
    return customer
        .request()
        .body(Map.of("consents", List.of(Map.of("kind", kind, "version", version))))
        .post("/users/me/consents");
  }

  private static Response order(Customer customer) {
    var dish = Shop.open().dish("김치찌개", 9000);
    var item = Map.of("menuId", dish.id(), "quantity", 1, "optionIds", List.of());
    return customer
        .request()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("storeId", dish.shop().id(), "items", List.of(item)))
        .post("/orders");
  }
}
