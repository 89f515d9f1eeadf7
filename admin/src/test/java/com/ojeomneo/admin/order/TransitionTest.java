package com.ojeomneo.admin.order;

import static com.ojeomneo.admin.order.Restaurant.OWNER;
import static com.ojeomneo.schema.jooq.Tables.AUDIT_LOG;
import static com.ojeomneo.schema.jooq.Tables.ORDER_EVENTS;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.COMPLETED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PAID;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PREPARING;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import com.ojeomneo.schema.jooq.tables.records.AuditLogRecord;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(AdminStack.class)
class TransitionTest {
  @Test
  void aShopTakesAnOrderFromPaidToPickedUpAndEachStepIsInTheLog() {
    Meal meal = Meal.paid();
    Colleague cook = cookOf(meal);
    for (OrderStatus next : List.of(ACCEPTED, PREPARING, READY, COMPLETED)) {
      move(cook, meal, Map.of("to", next))
          .then()
          .statusCode(200)
          .body("status", equalTo(next.getLiteral()))
          .body("id", equalTo(meal.id().toString()))
          .body("acceptBy", nullValue());
    }
    List<AuditLogRecord> log = log(meal);
    assertThat(log).extracting(AuditLogRecord::getAction).containsOnly(AuditAction.TRANSITION);
    assertThat(log).extracting(AuditLogRecord::getStaffId).containsOnly(cook.id());
    assertThat(log.get(1).getBefore().data()).contains("\"ACCEPTED\"");
    assertThat(log.get(1).getAfter().data()).contains("\"PREPARING\"");
    assertThat(log).hasSize(4);
    assertThat(actors(meal)).endsWith("staff:" + cook.id());
  }

  @Test
  void acceptingWithADelayTellsALaterEstimate() {
    Meal meal = Meal.paid();
    Instant now = Instant.now();
    String ready =
        move(cookOf(meal), meal, Map.of("to", "ACCEPTED", "delayMinutes", 30))
            .then()
            .statusCode(200)
            .body("status", equalTo("ACCEPTED"))
            .body("acceptedAt", notNullValue())
            .extract()
            .path("estimatedReadyAt");
    assertThat(Instant.parse(ready)).isAfter(now.plusSeconds(39 * 60));
  }

  @Test
  void aDelayMovesTheEstimateAndIsInTheLog() {
    Meal meal = Meal.paid().moved(ACCEPTED);
    move(cookOf(meal), meal, Map.of("delayMinutes", 10)).then().statusCode(200);
    AuditLogRecord entry = log(meal).getFirst();
    assertThat(entry.getAction()).isEqualTo(AuditAction.DELAY);
    assertThat(entry.getBefore().data()).isNotEqualTo(entry.getAfter().data());
  }

  @Test
  void rejectingNeedsAReasonAndItStandsInTheLog() {
    Meal meal = Meal.paid();
    Colleague cook = cookOf(meal);
    move(cook, meal, Map.of("to", "CANCELLED"))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("reason"));
    assertThat(meal.status()).isEqualTo(PAID);
    assertThat(log(meal)).isEmpty();

    move(cook, meal, Map.of("to", "CANCELLED", "reason", "재료 소진"))
        .then()
        .statusCode(200)
        .body("status", equalTo("CANCELLED"))
        .body("cancelReason", equalTo("재료 소진"));
    assertThat(log(meal).getFirst().getReason()).isEqualTo("재료 소진");
    ServerNode.THE.refunds.payDue();
    assertThat(meal.kept()).isZero();
  }

  @Test
  void whatTheStateForbidsIsRefusedAndLeavesNoTrace() {
    Meal meal = Meal.paid();
    Colleague cook = cookOf(meal);
    for (Map<String, ?> wish :
        List.<Map<String, ?>>of(
            Map.of("to", "READY"), Map.of("to", "PAID"), Map.of("delayMinutes", 5))) {
      move(cook, meal, wish).then().statusCode(409).body("code", equalTo("TRANSITION_REFUSED"));
    }
    assertThat(log(meal)).isEmpty();
    move(cook, meal, Map.of("to", "ACCEPTED")).then().statusCode(200);
    move(cook, meal, Map.of("to", "ACCEPTED")).then().statusCode(409);
    assertThat(log(meal)).hasSize(1);
  }

  @Test
  void aWishThatMakesNoSenseIsA400() {
    Meal meal = Meal.paid();
    Colleague cook = cookOf(meal);
    for (Map<String, ?> wish :
        List.<Map<String, ?>>of(
            Map.of(),
            Map.of("to", "EATEN"),
            Map.of("to", "READY", "delayMinutes", 5),
            Map.of("to", "ACCEPTED", "delayMinutes", 0),
            Map.of("to", "ACCEPTED", "delayMinutes", 181),
            Map.of("to", "CANCELLED", "reason", "가".repeat(201)))) {
      move(cook, meal, wish).then().statusCode(400).body("code", equalTo("VALIDATION_FAILED"));
    }
    assertThat(meal.status()).isEqualTo(PAID);
  }

  @Test
  void anotherShopsOrderIsNotThere() {
    Meal meal = Meal.paid();
    var stranger = Colleague.hired(StaffRole.SHOP_STAFF, Restaurant.open().id()).signIn();
    move(stranger, meal, Map.of("to", "ACCEPTED")).then().statusCode(404);
    assertThat(meal.status()).isEqualTo(PAID);
    Colleague cook = cookOf(meal);
    for (String id : List.of(UUID.randomUUID().toString(), "no-id")) {
      cook.acts()
          .body(Map.of("to", "ACCEPTED"))
          .post("/api/orders/{id}/transitions", id)
          .then()
          .statusCode(404);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = StaffRole.class,
      names = {"OWNER", "MANAGER", "SUPPORT"})
  void whoeverServesAllShopsMovesOrdersOfEach(StaffRole role) {
    Meal meal = Meal.paid();
    move(Colleague.hired(role).signIn(), meal, Map.of("to", "ACCEPTED")).then().statusCode(200);
  }

  @Test
  void aViewerMovesNothing() {
    Meal meal = Meal.paid();
    move(Colleague.hired(StaffRole.VIEWER).signIn(), meal, Map.of("to", "ACCEPTED"))
        .then()
        .statusCode(403);
    assertThat(meal.status()).isEqualTo(PAID);
  }

  @Test
  void whatCannotBeWrittenDownDoesNotHappen() {
    Meal meal = Meal.paid();
    OWNER.execute(
        "ALTER TABLE audit_log ADD CONSTRAINT nothing_of_it CHECK (record <> '%s')"
            .formatted(meal.id()));
    try {
      move(cookOf(meal), meal, Map.of("to", "ACCEPTED")).then().statusCode(500);
    } finally {
      OWNER.execute("ALTER TABLE audit_log DROP CONSTRAINT nothing_of_it");
    }
    assertThat(meal.status()).isEqualTo(PAID);
    assertThat(actors(meal)).hasSize(2);
  }

  private static Colleague cookOf(Meal meal) {
    return Colleague.hired(StaffRole.SHOP_STAFF, meal.shop().id()).signIn();
  }

  private static Response move(Colleague who, Meal meal, Map<String, ?> wish) {
    return who.acts().body(wish).post("/api/orders/{id}/transitions", meal.id());
  }

  private static List<AuditLogRecord> log(Meal meal) {
    return OWNER
        .selectFrom(AUDIT_LOG)
        .where(AUDIT_LOG.RESOURCE.eq("orders"), AUDIT_LOG.RECORD.eq(meal.id().toString()))
        .orderBy(AUDIT_LOG.ID)
        .fetch();
  }

  private static List<String> actors(Meal meal) {
    return OWNER
        .select(ORDER_EVENTS.ACTOR)
        .from(ORDER_EVENTS)
        .where(ORDER_EVENTS.ORDER_ID.eq(meal.id()))
        .orderBy(ORDER_EVENTS.SEQ)
        .fetch(ORDER_EVENTS.ACTOR);
  }
}
