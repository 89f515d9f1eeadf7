package com.ojeomneo.admin.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.resource.Dates.DatePart;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.admin.staff.StaffMember.Assignment;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way into lists of a million rows by date, explained: none is read whole. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class DatePlanTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2028-09-01T00:00:00Z"), ZoneOffset.UTC);

  /** Some tens of thousands of rows are cheap to count; each is in two steps of a plan. */
  private static final int CHEAP = 80_000;

  private static DSLContext sql;

  @Inject Resources resources;

  private record Answer(List<DatePart> parts, long read, String plans) {}

  @BeforeAll
  static void aLongPast() {
    sql = LongPast.sql();
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "payments", "audit_log"})
  void theYearsOfAMillionRowsAreReadOffTheEndsOfAnIndex(String resource) {
    Answer years = ask(resource, staff(StaffRole.OWNER, 0), null, "{}");

    assertThat(years.parts).extracting(DatePart::name).containsExactly("2026", "2027", "2028");
    assertThat(years.parts).extracting(DatePart::count).containsOnlyNulls();
    assertThat(years.read).isLessThan(20);
  }

  @Test
  void theMonthsOfAYearAreNotCountedThereThoseOfOneCustomerAre() {
    Answer months = ask("orders", staff(StaffRole.OWNER, 0), "2028", "{}");
    assertThat(months.parts).hasSize(9);
    assertThat(months.parts).extracting(DatePart::count).containsOnlyNulls();
    assertThat(months.read).isLessThan(20);

    String one = "{\"userId\":\"00000000-0000-7000-8000-000000000003\"}";
    Answer few = ask("orders", staff(StaffRole.OWNER, 0), "2028", one);
    assertThat(few.parts).extracting(DatePart::count).isNotEmpty().doesNotContainNull();
    assertThat(few.read).isLessThan(200);
  }

  @ParameterizedTest
  @CsvSource({
    "orders, 2027-05",
    "payments, 2027-05",
    "refunds, 2027-05",
    "audit_log, 2027-05",
    "payment_webhooks, 2027-05",
    "refunds,",
    "payment_webhooks,"
  })
  void nothingIsReadWhole(String resource, String within) {
    for (StaffRole role : List.of(StaffRole.OWNER, StaffRole.VIEWER)) {
      StaffMember member = staff(role, 0);
      if (resources.named(resource).access().visibleTo(member).isPresent()) {
        Answer answer = ask(resource, member, within, "{}");
        assertThat(answer.parts).isNotEmpty();
        assertThat(answer.plans).doesNotContain("Seq Scan");
        assertThat(answer.read).isLessThan(CHEAP);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "payments", "refunds"})
  void theStaffOfABusyShopGetTheLastYearsUnread(String resource) {
    Answer years = ask(resource, staff(StaffRole.SHOP_STAFF, 3), null, "{}");

    assertThat(years.plans).doesNotContain("Seq Scan");
    assertThat(years.read).isLessThan(CHEAP);
    assertThat(years.parts).extracting(DatePart::name).contains("2026", "2027", "2028");
    Answer day = ask("orders", staff(StaffRole.SHOP_STAFF, 3), "2027-05", "{\"number\":\"A07\"}");
    assertThat(day.read).isLessThan(CHEAP);
  }

  @Test
  void aShopWithoutOrdersReadsNone() {
    Answer years = ask("orders", staff(StaffRole.SHOP_STAFF, 99), null, "{}");

    assertThat(years.parts).isEmpty();
    assertThat(years.read).isLessThan(20);
  }

  private Answer ask(String name, StaffMember member, String within, String filter) {
    Resource resource = resources.named(name);
    var statements = new ArrayList<String>();
    DSLContext listening =
        DSL.using(
            sql.configuration()
                .derive(
                    ExecuteListener.onExecuteStart(
                        asked -> {
                          if (asked.query() != null) {
                            statements.add(asked.query().getSQL(ParamType.INLINED));
                          }
                        })));
    var wanted = resource.access().requireVisible(member).and(Filter.of(resource, filter, true));
    List<DatePart> parts =
        Dates.of(listening, CLOCK, resource, member, wanted, DateSpan.of(within));
    List<String> plans =
        statements.stream()
            .filter(statement -> statement.startsWith("select"))
            .flatMap(statement -> LongPast.plan(statement).stream())
            .toList();
    return new Answer(parts, LongPast.read(plans), String.join("\n", plans));
  }

  private static StaffMember staff(StaffRole role, int shop) {
    UUID store =
        role == StaffRole.SHOP_STAFF
            ? UUID.fromString("00000000-0000-7000-8000-%012x".formatted(shop))
            : null;
    return new StaffMember(
        UUID.randomUUID(), "", "", false, false, List.of(new Assignment(role, store)));
  }
}
