package com.ojeomneo.admin.order;

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
  private final OrderLog log;
  private final CurrentStaff current;

  CorrectionResource(
      Reachable reachable, OrderCorrection correction, OrderLog log, CurrentStaff current) {
    this.reachable = reachable;
    this.correction = correction;
    this.log = log;
    this.current = current;
  }

  /**
   * What the log says of it: that the note is another one, and not what people write to kitchens.
   */
  private record Fetched(Instant pickupAt) {}

  @PUT
  public Dossier correct(@PathParam("id") String id, @NotNull @Valid CorrectOrder command) {
    UUID order = reachable.order(id, Permission.ORDERS);
    correction.correct(
        order,
        command,
        current.member().id(),
        (tx, corrected) ->
            log.record(
                tx,
                AuditAction.UPDATE,
                order,
                new Fetched(corrected.before().pickupAt()),
                new Fetched(corrected.after().pickupAt()),
                null));
    return reachable.dossier(order);
  }
}
