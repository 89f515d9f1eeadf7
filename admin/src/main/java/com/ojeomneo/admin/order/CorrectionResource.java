package com.ojeomneo.admin.order;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.admin.audit.AuditLog;
import com.ojeomneo.admin.audit.Author;
import com.ojeomneo.admin.audit.Deed;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.order.CorrectOrder;
import com.ojeomneo.order.OrderCorrection;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;

/** When an order is fetched, and what the kitchen is told. */
@Path("/api/orders/{id}/correction")
@RunOnVirtualThread
class CorrectionResource {
  private final Reachable reachable;
  private final OrderCorrection correction;
  private final AuditLog log;
  private final CurrentStaff current;
  private final ObjectMapper json;

  CorrectionResource(
      Reachable reachable,
      OrderCorrection correction,
      AuditLog log,
      CurrentStaff current,
      ObjectMapper json) {
    this.reachable = reachable;
    this.correction = correction;
    this.log = log;
    this.current = current;
    this.json = json;
  }

  /**
   * What the log says of it: that the note is another one, and not what people write to kitchens.
   */
  private record Fetched(Instant pickupAt) {}

  @PUT
  public Dossier correct(@PathParam("id") String id, @NotNull @Valid CorrectOrder command) {
    UUID order = reachable.order(id, Permission.ORDERS);
    Author author = current.author();
    correction.correct(
        order,
        command,
        current.member().id(),
        (tx, corrected) ->
            log.record(
                tx,
                author,
                new Deed(
                    AuditAction.UPDATE,
                    "orders",
                    order.toString(),
                    json.valueToTree(new Fetched(corrected.before().pickupAt())),
                    json.valueToTree(new Fetched(corrected.after().pickupAt())),
                    null)));
    return reachable.dossier(order);
  }
}
