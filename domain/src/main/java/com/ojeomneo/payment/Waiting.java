package com.ojeomneo.payment;

import static com.ojeomneo.schema.jooq.Tables.PAYMENT_ATTEMPTS;
import static com.ojeomneo.schema.jooq.Tables.PAYMENT_CHECKS;
import static com.ojeomneo.schema.jooq.Tables.REFUNDS;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import com.ojeomneo.schema.jooq.enums.AttemptStatus;
import com.ojeomneo.schema.jooq.enums.RefundStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;

/**
 * Money that waits, for the provider or for somebody at a till, by what it waits for.
 *
 * @param what {@code attempt} (nobody knows whether it was taken), {@code refund} (not yet given
 *     back), {@code refused_refund} (the provider will not), {@code till_refund} (staff have not
 *     yet handed it over), {@code check} (to be looked at)
 * @param oldest since when the first of them waits; null when there are none
 */
public record Waiting(String what, int count, Instant oldest) {
  private static final String TILL_REFUND = "till_refund";

  /** How long the first of them has waited; zero when there are none. */
  public Duration age(Instant now) {
    return oldest == null ? Duration.ZERO : Duration.between(oldest, now);
  }

  /** Whether it waits for people, who take their time: no provider is to be asked for it. */
  public boolean isForStaff() {
    return what.equals(TILL_REFUND);
  }

  /** All of them, in one statement over indexes that hold what waits only. */
  public static List<Waiting> now(DSLContext sql) {
    return sql.fetch(
            select(inline("attempt"), DSL.count(), min(PAYMENT_ATTEMPTS.CREATED_AT))
                .from(PAYMENT_ATTEMPTS)
                .where(PAYMENT_ATTEMPTS.STATUS.eq(inline(AttemptStatus.OPEN)))
                .unionAll(
                    select(inline("refund"), DSL.count(), min(REFUNDS.CREATED_AT))
                        .from(REFUNDS)
                        .where(REFUNDS.STATUS.ne(inline(RefundStatus.DONE)))
                        .and(REFUNDS.STATUS.eq(inline(RefundStatus.PENDING)))
                        .and(REFUNDS.AT_TILL.isFalse()))
                .unionAll(
                    select(inline(TILL_REFUND), DSL.count(), min(REFUNDS.CREATED_AT))
                        .from(REFUNDS)
                        .where(REFUNDS.STATUS.ne(inline(RefundStatus.DONE)))
                        .and(REFUNDS.AT_TILL.isTrue()))
                .unionAll(
                    select(inline("refused_refund"), DSL.count(), min(REFUNDS.CREATED_AT))
                        .from(REFUNDS)
                        .where(REFUNDS.STATUS.ne(inline(RefundStatus.DONE)))
                        .and(REFUNDS.STATUS.eq(inline(RefundStatus.FAILED))))
                .unionAll(
                    select(inline("check"), DSL.count(), min(PAYMENT_CHECKS.ASKED_AT))
                        .from(PAYMENT_CHECKS)))
        .map(Records.mapping(Waiting::new));
  }
}
