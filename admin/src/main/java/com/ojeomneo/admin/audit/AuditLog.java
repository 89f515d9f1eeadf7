package com.ojeomneo.admin.audit;

import static com.ojeomneo.schema.jooq.Tables.AUDIT_LOG;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/**
 * Writes down what staff do, in the transaction that does it: neither is there without the other.
 * PostgreSQL lets nobody who serves change what is written.
 */
@Singleton
public class AuditLog {
  private final Clock clock;

  AuditLog(Clock clock) {
    this.clock = clock;
  }

  public void record(DSLContext tx, Author author, Deed deed) {
    tx.insertInto(AUDIT_LOG)
        .set(AUDIT_LOG.ID, UuidCreator.getTimeOrderedEpoch())
        .set(AUDIT_LOG.AT, clock.instant())
        .set(AUDIT_LOG.STAFF_ID, author.staffId())
        .set(AUDIT_LOG.ADDRESS, author.address())
        .set(AUDIT_LOG.TRACE_ID, author.traceId())
        .set(AUDIT_LOG.ACTION, deed.action())
        .set(AUDIT_LOG.RESOURCE, deed.resource())
        .set(AUDIT_LOG.RECORD, deed.record())
        .set(AUDIT_LOG.BEFORE, json(deed.before()))
        .set(AUDIT_LOG.AFTER, json(deed.after()))
        .set(AUDIT_LOG.REASON, deed.reason())
        .execute();
  }

  private static JSONB json(JsonNode value) {
    return value == null || value.isNull() ? null : JSONB.valueOf(value.toString());
  }
}
