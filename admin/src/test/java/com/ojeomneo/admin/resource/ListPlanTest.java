package com.ojeomneo.admin.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.admin.staff.StaffMember.Assignment;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The lists as they really run, explained and counted on tables that have grown. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class ListPlanTest {
  private static final int ORDERS = LongPast.ORDERS;

  /** Far from all of them, whatever the planner's mood. */
  private static final int FEW = 8_000;

  private static DSLContext sql;

  @Inject Resources resources;
  @Inject Rows rows;
  @Inject RecordSearch search;

  @BeforeAll
  static void aLongPast() {
    sql = LongPast.sql();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orders | {}",
        "orders | {\"status\":[\"CANCELLED\"]}",
        "orders | {\"status\":[\"PAID\",\"ACCEPTED\"]}",
        "orders | {\"status\":\"COMPLETED\"}",
        "orders | {\"storeId\":\"00000000-0000-7000-8000-000000000003\"}",
        "orders | {\"userId\":\"00000000-0000-7000-8000-000000000003\"}",
        "orders | {\"number\":\"A07\"}",
        "orders | {\"number\":\"Z99\"}",
        "orders | {\"q\":\"A07\"}",
        "orders | {\"createdAt\":{\"from\":\"2026-03-01T00:00:00Z\",\"to\":\"2026-03-02T00:00:00Z\"}}",
        "orders | {\"id\":\"00000000-0000-7000-9000-000000000003\"}",
        "payments | {}",
        "payments | {\"orderId\":\"00000000-0000-7000-9000-000000000003\"}",
        "payments | {\"q\":\"00000000-0000-7000-9000-000000000003\"}",
        "orders | {\"createdAt\":{\"from\":\"2026-03-01T00:00:00Z\",\"to\":\"2026-04-01T00:00:00Z\"}}",
        "orders | {\"createdAt\":{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2027-01-01T00:00:00Z\"}}",
        "payments | {\"approvedAt\":{\"from\":\"2026-03-01T00:00:00Z\",\"to\":\"2026-04-01T00:00:00Z\"}}",
        "payments | {\"approvedAt\":{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2027-01-01T00:00:00Z\"}}",
        "refunds | {\"createdAt\":{\"from\":\"2026-03-01T00:00:00Z\",\"to\":\"2026-04-01T00:00:00Z\"}}",
        "refunds | {\"createdAt\":{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2027-01-01T00:00:00Z\"}}",
        "audit_log | {\"at\":{\"from\":\"2026-03-01T00:00:00Z\",\"to\":\"2026-04-01T00:00:00Z\"}}",
        "audit_log | {\"at\":{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2027-01-01T00:00:00Z\"}}",
        "payment_webhooks | {\"receivedAt\":{\"from\":\"2026-03-01T00:00:00Z\",\"to\":\"2026-04-01T00:00:00Z\"}}",
        "payment_webhooks | {\"receivedAt\":{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2027-01-01T00:00:00Z\"}}",
        "audit_log | {}",
        "audit_log | {\"staffId\":\"00000000-0000-7000-8000-000000000007\"}",
        "audit_log | {\"resource\":[\"menus\"]}",
        "payment_webhooks | {}",
        "refunds | {}",
        "refunds | {\"orderId\":\"00000000-0000-7000-9000-000000000007\"}",
        "users | {}",
        "users | {\"q\":\"서연123\"}",
        "users | {\"q\":\"777@example.com\"}"
      })
  void aPageReadsAFewRowsHoweverManyThereAre(String resource, String filter) {
    assertThat(rowsRead(resource, filter, null)).isLessThan(FEW);
  }

  @Test
  void theLastPageCostsWhatTheFirstDoes() {
    Resource orders = resources.named("orders");
    Ordering order = Ordering.of(orders, null);
    var late =
        rows.select(sql, orders, DSL.trueCondition())
            .orderBy(DSL.field("id"))
            .limit(1)
            .offset(40)
            .fetchSingle();

    assertThat(rowsRead("orders", "{}", order.cursor(late))).isLessThan(FEW);
  }

  @Test
  void aLargeListIsNotCounted() {
    Resource orders = resources.named("orders");

    assertThat(Rows.estimate(sql, orders, DSL.trueCondition()))
        .isBetween(ORDERS * 9L / 10, ORDERS * 11L / 10);
  }

  @Test
  void aSmallOneIs() {
    assertThat(Rows.estimate(sql, resources.named("stores"), DSL.trueCondition())).isEqualTo(20);
  }

  @Test
  void theChoicesOfALargeListAreNotCountedThoseOfASmallOneAre() {
    Resource orders = resources.named("orders");
    Resource stores = resources.named("stores");

    assertThat(Rows.counts(sql, orders, DSL.trueCondition(), orders.column("status").orElseThrow()))
        .isEmpty();
    assertThat(Rows.counts(sql, stores, DSL.trueCondition(), stores.column("active").orElseThrow()))
        .hasValue(Map.of("true", 20));
  }

  @ParameterizedTest
  @EnumSource(StaffRole.class)
  void aSearchOfEverythingReadsAFewRowsOfEachKind(StaffRole role) {
    UUID shop =
        role == StaffRole.SHOP_STAFF
            ? UUID.fromString("00000000-0000-7000-8000-000000000003")
            : null;
    var member =
        new StaffMember(
            UUID.randomUUID(), "", "", false, false, List.of(new Assignment(role, shop)));
    for (String text : List.of("A07", "Z99", "서연123", "777@example.com", "매장", "x", "김", "없는 이름")) {
      var statement = search.statement(sql, member, text).orElseThrow();
      assertThat(read(statement.getSQL(ParamType.INLINED))).as(text).isLessThan(FEW);
    }
    var ids = search.statement(sql, member, "00000000-0000-7000-9000-000000000003").orElseThrow();
    assertThat(read(ids.getSQL(ParamType.INLINED))).isLessThan(FEW);
  }

  @Test
  void aSearchOfEverythingIsOneStatement() {
    var owner = new Assignment(StaffRole.OWNER, null);
    var member = new StaffMember(UUID.randomUUID(), "", "", false, false, List.of(owner));
    var statements = new AtomicInteger();
    var counting =
        DSL.using(
            sql.configuration()
                .derive(ExecuteListener.onExecuteStart(asked -> statements.incrementAndGet())));

    assertThat(search.find(counting, member, "서연123")).isNotEmpty();

    assertThat(statements).hasValue(1);
  }

  /**
   * By the statement of a page, in every step of its plan: what was found, and what was thrown
   * away.
   */
  private long rowsRead(String name, String filter, String cursor) {
    Resource resource = resources.named(name);
    Ordering order = Ordering.of(resource, null);
    Condition wanted = Filter.of(resource, filter, true).and(order.after(cursor));
    var page = rows.select(sql, resource, wanted).orderBy(order.sort()).limit(26);
    return read(page.getSQL(ParamType.INLINED));
  }

  private static long read(String statement) {
    return LongPast.read(LongPast.plan(statement));
  }
}
