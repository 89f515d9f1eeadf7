package com.ojeomneo.admin.order;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.admin.audit.AuditLog;
import com.ojeomneo.admin.audit.Deed;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jooq.DSLContext;

/** The log of what staff do with orders, kept in the transaction that does it. */
@Singleton
public class OrderLog {
  private final AuditLog log;
  private final CurrentStaff current;
  private final ObjectMapper json;

  OrderLog(AuditLog log, CurrentStaff current, ObjectMapper json) {
    this.log = log;
    this.current = current;
    this.json = json;
  }

  /**
   * @param after what is now so; null where nothing is to be told
   * @param reason null where none is asked for
   */
  public void record(DSLContext tx, AuditAction action, UUID order, Object after, String reason) {
    record(tx, action, order, null, after, reason);
  }

  void record(
      DSLContext tx, AuditAction action, UUID order, Object before, Object after, String reason) {
    log.record(
        tx,
        current.author(),
        new Deed(
            action,
            "orders",
            order.toString(),
            json.valueToTree(before),
            json.valueToTree(after),
            reason));
  }
}
