package com.ojeomneo.server.order;

import com.ojeomneo.order.CancelOrder;
import com.ojeomneo.order.Checkout;
import com.ojeomneo.order.OrderPayment;
import com.ojeomneo.order.OrderProgress;
import com.ojeomneo.order.OrderView;
import com.ojeomneo.order.OrderViews;
import com.ojeomneo.order.PayOrder;
import com.ojeomneo.order.PlaceOrder;
import com.ojeomneo.order.Receipt;
import com.ojeomneo.order.Receipts;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.Page;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.idempotency.IdempotencyKeyRequired;
import com.ojeomneo.platform.idempotency.IdempotentRequests;
import com.ojeomneo.platform.idempotency.IdempotentRequests.Answered;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.redis.Locks;
import com.ojeomneo.platform.security.CurrentUser;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/orders")
@Tag(name = "Orders")
@RunOnVirtualThread
class OrderResource {
  private final Checkout checkout;
  private final OrderPayment payment;
  private final OrderProgress progress;
  private final OrderViews views;
  private final Database database;
  private final Locks locks;
  private final IdempotentRequests requests;
  private final CurrentUser user;

  OrderResource(
      Checkout checkout,
      OrderPayment payment,
      OrderProgress progress,
      OrderViews views,
      Database database,
      Locks locks,
      IdempotentRequests requests,
      CurrentUser user) {
    this.checkout = checkout;
    this.payment = payment;
    this.progress = progress;
    this.views = views;
    this.database = database;
    this.locks = locks;
    this.requests = requests;
    this.user = user;
  }

  @POST
  @IdempotencyKeyRequired
  @Operation(summary = "Place an order; it holds its portions for 10 minutes until it is paid")
  @APIResponse(
      responseCode = "201",
      description = "Placed, and how to pay it",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OrderView.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "STORE_CLOSED, CUTOFF_PASSED, SLOT_FULL, SOLD_OUT, NOT_ON_SALE, OPTION_RULE, QUANTITY_LIMIT,"
              + " CONSENT_REQUIRED")
  public Response place(
      @HeaderParam(IdempotentRequests.HEADER) String key,
      @NotNull @Valid PlaceOrder wish,
      RoutingContext request) {
    return requests.answer(
        request,
        user.id(),
        key,
        wish,
        recorder ->
            new Answered(
                201,
                checkout.place(user.id(), wish, (tx, order) -> recorder.store(tx, 201, order))));
  }

  @POST
  @Path("/{id}/payment")
  @IdempotencyKeyRequired
  @Operation(summary = "Pay with what the provider's page returned")
  @APIResponse(
      responseCode = "200",
      description = "Paid",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OrderView.class)))
  @APIResponse(
      responseCode = "202",
      description = "The provider has not said yet whether money moved; the order will tell",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OrderView.class)))
  @APIResponse(responseCode = "402", description = "PAYMENT_DECLINED; the order stays payable")
  @APIResponse(
      responseCode = "409",
      description =
          "AMOUNT_MISMATCH, ORDER_EXPIRED, ORDER_CANCELLED, ALREADY_PAID, PAYMENT_KEY_USED")
  public Response pay(
      @PathParam("id") String id,
      @HeaderParam(IdempotentRequests.HEADER) String key,
      @NotNull @Valid PayOrder wish,
      RoutingContext request) {
    UUID order = theirs(id).id();
    return requests.answer(
        request,
        user.id(),
        key,
        wish,
        _ -> {
          OrderPayment.Result result =
              locks.holding(
                  "order",
                  order.toString(),
                  () -> payment.pay(user.id(), order, wish, key),
                  () -> new OrderPayment.Result(theirs(id), false));
          return new Answered(result.settled() ? 200 : 202, result.order());
        });
  }

  @POST
  @Path("/{id}/cancellation")
  @Operation(summary = "Cancel an order that the shop has not accepted; its money comes back")
  @APIResponse(
      responseCode = "200",
      description = "Cancelled; the refund follows",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OrderView.class)))
  @APIResponse(responseCode = "409", description = "NOT_CANCELLABLE")
  public Response cancel(
      @PathParam("id") String id,
      @HeaderParam(IdempotentRequests.HEADER) String key,
      @NotNull @Valid CancelOrder wish,
      RoutingContext request) {
    UUID order = theirs(id).id();
    return requests.answer(
        request,
        user.id(),
        key,
        wish,
        recorder ->
            new Answered(
                200,
                progress.cancel(
                    user.id(), order, wish.reason(), (tx, view) -> recorder.store(tx, 200, view))));
  }

  @GET
  @Operation(summary = "Your orders, newest first")
  public Page<OrderView> list(
      @QueryParam("status") String status,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    int size = Page.limit(limit);
    List<OrderView> rows =
        views.list(database.sql(), user.id(), parse(status), Page.after(cursor), size + 1);
    return Page.of(rows, size, OrderView::id);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One of your orders")
  public OrderView get(@PathParam("id") String id) {
    return theirs(id);
  }

  @GET
  @Path("/{id}/receipt")
  @Operation(summary = "What was paid for one of your orders")
  @APIResponse(responseCode = "200", description = "Also after it was given back")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: not yours, or never paid")
  public Receipt receipt(@PathParam("id") String id) {
    return Receipts.find(database.sql(), PathId.of(id), user.id()).orElseThrow(Problem::notFound);
  }

  private OrderView theirs(String id) {
    return views.find(database.sql(), PathId.of(id), user.id()).orElseThrow(Problem::notFound);
  }

  private static OrderStatus parse(String status) {
    if (status == null) {
      return null;
    }
    return Arrays.stream(OrderStatus.values())
        .filter(s -> s.getLiteral().equals(status))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("status", "없는 상태입니다.", "There is no such status."));
  }
}
