package com.ojeomneo.admin.order;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.order.Actor;
import com.ojeomneo.order.OrderProgress;
import com.ojeomneo.order.OrderProgress.Moved;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;

/** What staff do with an order: accept, delay, cook, hand over, reject. */
@Path("/api/orders/{id}/transitions")
@RunOnVirtualThread
class TransitionResource {
  private final OrderProgress progress;
  private final Reachable reachable;
  private final OrderLog log;
  private final CurrentStaff current;

  TransitionResource(
      OrderProgress progress, Reachable reachable, OrderLog log, CurrentStaff current) {
    this.progress = progress;
    this.reachable = reachable;
    this.log = log;
    this.current = current;
  }

  /** What the log says of an order, before and after. */
  private record Standing(OrderStatus status, Instant estimatedReadyAt) {}

  @POST
  public BoardOrder move(@PathParam("id") String id, @NotNull @Valid MoveOrder command) {
    UUID order = reachable.order(id, Permission.ORDERS);
    move(order, command);
    return reachable.onBoard(order, Permission.ORDERS);
  }

  private void move(UUID order, MoveOrder wish) {
    Actor actor = Actor.staff(current.member().id().toString());
    if (wish.delayMinutes() != null) {
      delay(order, wish, actor);
    } else if (wish.to() == null) {
      throw Problem.invalid("to", "무엇을 할지 알려 주세요.", "Say what is to be done.");
    } else {
      // Of a transition that needs no reason none is kept: the log would say what nobody reads.
      String reason = wish.to() == OrderStatus.CANCELLED ? wish.reason() : null;
      progress.move(order, wish.to(), actor, reason, recorded(AuditAction.TRANSITION, reason));
    }
  }

  private void delay(UUID order, MoveOrder wish, Actor actor) {
    int minutes = wish.delayMinutes();
    switch (wish.to()) {
      case null -> progress.delay(order, actor, minutes, recorded(AuditAction.DELAY, null));
      case ACCEPTED ->
          progress.accept(order, actor, minutes, recorded(AuditAction.TRANSITION, null));
      default ->
          throw Problem.invalid("delayMinutes", "접수할 때만 함께 보낼 수 있어요.", "Goes with ACCEPTED only.");
    }
  }

  private BiConsumer<DSLContext, Moved> recorded(AuditAction action, String reason) {
    return (tx, moved) ->
        log.record(
            tx,
            action,
            moved.before().id(),
            new Standing(moved.before().status(), moved.before().estimatedReadyAt()),
            new Standing(moved.after().status(), moved.after().estimatedReadyAt()),
            reason);
  }
}
