package com.ojeomneo.admin.order;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.money.Won;
import com.ojeomneo.order.Actor;
import com.ojeomneo.order.OrderRefund;
import com.ojeomneo.order.OrderRefund.Requested;
import com.ojeomneo.order.RefundOrder;
import com.ojeomneo.platform.idempotency.IdempotencyKeyRequired;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jooq.DSLContext;

/** Money back for an order, whole or by line. It is asked for here; a Server pays it out. */
@Path("/api/orders/{id}/refunds")
@RunOnVirtualThread
class RefundResource {
  private static final String KEY = "Idempotency-Key";

  private final Reachable reachable;
  private final OrderRefund refund;
  private final OrderLog log;
  private final CurrentStaff current;

  RefundResource(Reachable reachable, OrderRefund refund, OrderLog log, CurrentStaff current) {
    this.reachable = reachable;
    this.refund = refund;
    this.log = log;
    this.current = current;
  }

  /** What the log says of it. */
  private record Asked(UUID refund, Won amount, List<RefundOrder.Line> lines) {}

  @POST
  @ResponseStatus(202)
  @APIResponse(
      responseCode = "202",
      description = "A Server will pay it out",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Dossier.class)))
  @IdempotencyKeyRequired
  public Dossier ask(
      @PathParam("id") String id,
      @HeaderParam(KEY) @Parameter(required = true) @Pattern(regexp = "[\\x21-\\x7e]{1,255}")
          String key,
      @NotNull @Valid RefundOrder command) {
    UUID order = reachable.order(id, Permission.REFUNDS);
    Actor actor = Actor.staff(current.member().id().toString());
    refund.request(order, command, key, actor, (tx, asked) -> record(tx, asked, command));
    return reachable.dossier(order);
  }

  private void record(DSLContext tx, Requested asked, RefundOrder command) {
    var logged = new Asked(asked.refund(), asked.amount(), command.lines());
    log.record(tx, AuditAction.REFUND, asked.order(), logged, command.reason());
  }
}
