package com.ojeomneo.admin.counter;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.STAFF_ORDERS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;

import com.ojeomneo.admin.order.OrderLog;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.money.Won;
import com.ojeomneo.order.OrderView;
import com.ojeomneo.order.StaffCheckout;
import com.ojeomneo.order.TakeOrder;
import com.ojeomneo.payment.TillMethod;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.idempotency.IdempotencyKeyRequired;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Orders that staff take, and those of them that are still to be paid for. */
@Path("/api/counter/orders")
@RunOnVirtualThread
class CounterOrderResource {
  private static final int MOST = 200;

  private final Database database;
  private final StaffCheckout checkout;
  private final OrderLog log;
  private final CurrentStaff current;

  CounterOrderResource(
      Database database, StaffCheckout checkout, OrderLog log, CurrentStaff current) {
    this.database = database;
    this.checkout = checkout;
    this.log = log;
    this.current = current;
  }

  /** What the log says of it: not for whom. */
  private record Logged(
      TakeOrder.Channel channel, String number, Won totalAmount, TillMethod paid) {}

  /** That wait for their money, those that end first first; at most 200. */
  @GET
  public List<CounterOrder> unpaid() {
    Reach reach = current.member().require(Permission.VIEW);
    return fetch(
        reach.covers(ORDERS.STORE_ID).and(ORDERS.STATUS.eq(inline(OrderStatus.PENDING_PAYMENT))));
  }

  @POST
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      description = "Taken, now or under this key before",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CounterOrder.class)))
  @IdempotencyKeyRequired
  public CounterOrder take(
      @HeaderParam("Idempotency-Key")
          @Parameter(required = true)
          @Pattern(regexp = "[\\x21-\\x7e]{1,255}")
          String key,
      @NotNull @Valid TakeOrder command) {
    if (!current.member().require(Permission.ORDERS).includes(command.order().storeId())) {
      throw Problem.notFound();
    }
    OrderView taken =
        checkout.take(
            command, current.member().id(), key, (tx, order) -> record(tx, command, order));
    return fetch(ORDERS.ID.eq(taken.id())).getFirst();
  }

  private void record(DSLContext tx, TakeOrder command, OrderView order) {
    TillMethod paid = command.paid() == null ? null : command.paid().method();
    var logged = new Logged(command.channel(), order.number(), order.totalAmount(), paid);
    log.record(tx, AuditAction.CREATE, order.id(), logged, null);
  }

  private List<CounterOrder> fetch(Condition wanted) {
    return database
        .sql()
        .select(
            ORDERS.ID,
            ORDERS.NUMBER,
            ORDERS.STORE_ID,
            ORDERS.STORE_NAME,
            ORDERS.CHANNEL,
            STAFF_ORDERS.CUSTOMER_NAME,
            ORDERS.STATUS,
            ORDERS.TOTAL_AMOUNT,
            ORDERS.PICKUP_AT,
            ORDERS.CREATED_AT,
            ORDERS.EXPIRES_AT)
        .from(ORDERS)
        .join(STAFF_ORDERS)
        .on(STAFF_ORDERS.ORDER_ID.eq(ORDERS.ID))
        .where(wanted)
        .orderBy(ORDERS.EXPIRES_AT, ORDERS.ID)
        .limit(MOST)
        .fetch(mapping(CounterOrder::new));
  }
}
