package com.ojeomneo.admin.resource;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import com.ojeomneo.admin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What a list can be narrowed to by date: the years, the months of a year or the days of a month in
 * which somebody has rows. Where counting those is not cheap, every part between the first row and
 * the last; and where these cannot be read off an index for them, of the last five years.
 */
final class Dates {
  private static final int YEARS = 5;

  private Dates() {}

  /**
   * @param name {@code 2026}, {@code 2026-11}, {@code 2026-11-27}
   * @param count null where counting is not cheap
   */
  @Schema(name = "DatePart")
  record DatePart(String name, @Nullable Integer count) {}

  /**
   * @param wanted what the member sees and the other filters leave
   */
  static List<DatePart> of(
      DSLContext sql,
      Clock clock,
      Resource resource,
      StaffMember member,
      Condition wanted,
      DateSpan span) {
    @SuppressWarnings("unchecked") // So it was declared.
    var at = (Field<Instant>) resource.dated().field();
    Condition within = wanted.and(at.isNotNull());
    if (span.from() != null) {
      within =
          within.and(at.ge(DateSpan.start(span.from())).and(at.lt(DateSpan.start(span.until()))));
    }
    if (Rows.isCheap(sql, resource, within)) {
      return counted(sql, resource, within, at, span);
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), DateSpan.SEOUL);
    LocalDate first = today.withDayOfYear(1).minusYears(YEARS - 1L);
    LocalDate last = today;
    if (resource.access().isUnbounded(member)) {
      var ends = sql.select(min(at), max(at)).from(resource.table()).fetchSingle();
      if (ends.value1() == null) {
        return List.of();
      }
      first = LocalDate.ofInstant(ends.value1(), DateSpan.SEOUL);
      last = LocalDate.ofInstant(ends.value2(), DateSpan.SEOUL);
    }
    return span.parts(first, last).stream().map(name -> new DatePart(name, null)).toList();
  }

  private static List<DatePart> counted(
      DSLContext sql, Resource resource, Condition within, Field<Instant> at, DateSpan span) {
    Field<String> name =
        field(
            "to_char({0} AT TIME ZONE 'Asia/Seoul', {1})",
            String.class, at, inline(span.part().pattern));
    return sql.select(name, count())
        .from(resource.table())
        .where(within)
        .groupBy(name)
        .orderBy(name)
        .fetch(row -> new DatePart(row.value1(), row.value2()));
  }
}
