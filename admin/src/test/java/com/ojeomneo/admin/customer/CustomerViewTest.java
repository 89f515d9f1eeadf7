package com.ojeomneo.admin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Town;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(AdminStack.class)
class CustomerViewTest {
  private final DSLContext owner = new Database(AdminStack.owner()).sql();
  private final Town town = Town.built();

  @Test
  void whoLooksAtWhoseAndWhyIsWrittenDownAndTheTokenIsNot() {
    var one = Colleague.hired(StaffRole.SUPPORT).signIn();
    String url =
        begin(one, town.user().toString(), "주문이 안 보인다는 문의")
            .statusCode(200)
            .body("url", matchesPattern("http://localhost:3000/view#[A-Za-z0-9_-]{43}"))
            .extract()
            .path("url");

    assertThat(
            owner
                .fetchSingle(
                    "SELECT action || ' ' || record || ' ' || reason FROM audit_log WHERE staff_id = ?",
                    one.id())
                .get(0, String.class))
        .isEqualTo("VIEW_AS %s 주문이 안 보인다는 문의".formatted(town.user()));
    assertThat(owner.fetch("SELECT customer_views::text FROM customer_views").format(1000))
        .doesNotContain(url.substring(url.indexOf('#') + 1));
  }

  @ParameterizedTest
  @EnumSource(
      value = StaffRole.class,
      names = {"VIEWER", "SHOP_STAFF"})
  void whoMayNotSeePersonalDataDoesNotLook(StaffRole role) {
    var one = Colleague.hired(role, role == StaffRole.SHOP_STAFF ? town.store() : null).signIn();
    begin(one, town.user().toString(), "궁금해서").statusCode(403);
  }

  @Test
  void aReasonAndACustomerAreNeeded() {
    var one = Colleague.hired(StaffRole.SUPPORT).signIn();
    begin(one, town.user().toString(), " ").statusCode(400);
    begin(one, UUID.randomUUID().toString(), "문의").statusCode(404);
    begin(one, "x", "문의").statusCode(404);
    owner.execute(
        "UPDATE users SET deleted_at = now(), email = NULL, password_hash = NULL WHERE id = ?",
        town.user());
    begin(one, town.user().toString(), "문의").statusCode(404);
  }

  private static ValidatableResponse begin(Colleague by, String user, String reason) {
    return by.acts()
        .body(Map.of("reason", reason))
        .post("/api/users/%s/view".formatted(user))
        .then();
  }
}
