package com.ojeomneo.admin.order;

import com.ojeomneo.schema.jooq.enums.AttemptStatus;
import com.ojeomneo.schema.jooq.enums.ChangeSettlement;
import com.ojeomneo.schema.jooq.enums.OrderChannel;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.schema.jooq.enums.PaymentKind;
import com.ojeomneo.schema.jooq.enums.RefundStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one order, for whoever answers its customer. All amounts are KRW.
 *
 * @param events oldest first
 * @param check null unless the provider is to be asked, or is being asked
 * @param otherOrders the customer's newest, of shops within reach
 */
record Dossier(
    Standing order,
    List<Line> lines,
    List<Event> events,
    List<Attempt> attempts,
    List<Payment> payments,
    List<Refund> refunds,
    List<Change> changes,
    @Nullable Check check,
    Customer customer,
    List<Other> otherOrders) {

  /**
   * @param refundable what may still be given back
   * @param channel who took it
   * @param customerName what staff call out; null for none, and for the app's
   */
  record Standing(
      UUID id,
      String number,
      UUID userId,
      UUID storeId,
      String storeName,
      LocalDate businessDay,
      OrderStatus status,
      int totalAmount,
      int refundable,
      @Nullable String note,
      @Nullable Instant pickupAt,
      @Nullable Instant estimatedReadyAt,
      @Nullable String cancelReason,
      int lastEvent,
      Instant createdAt,
      Instant expiresAt,
      OrderChannel channel,
      @Nullable String customerName) {}

  /**
   * @param amount of all of it, options included
   * @param refundedAmount of what was asked back of this very line
   * @param replacedQuantity portions that are not cooked: something else is, or nothing
   * @param waived what of the amount the shop does not ask for
   * @param replaces the line instead of which it is cooked
   */
  @Schema(name = "DossierLine")
  record Line(
      int line,
      UUID menuId,
      String name,
      int quantity,
      int unitPrice,
      List<Option> options,
      int amount,
      int refundedQuantity,
      int refundedAmount,
      int replacedQuantity,
      int waived,
      @Nullable Integer replaces) {}

  @Schema(name = "DossierOption")
  record Option(String name, int price) {}

  /**
   * @param actor as {@code order_events} has it
   * @param actorName the name of staff; else null
   */
  @Schema(name = "OrderEvent")
  record Event(int seq, String type, String actor, @Nullable String actorName, Instant at) {}

  record Attempt(
      UUID id,
      String paymentKey,
      int amount,
      AttemptStatus status,
      @Nullable String failureCode,
      @Nullable String failureMessage,
      int checks,
      @Nullable Instant checkAt,
      Instant createdAt,
      @Nullable Instant settledAt) {}

  /**
   * @param paymentKey the provider's; null at the till
   * @param refunded what was asked back of it, done or not
   * @param supplement whether it was added for something dearer
   * @param takenBy the name of staff; null at the provider
   */
  record Payment(
      UUID id,
      PaymentKind kind,
      @Nullable String paymentKey,
      int amount,
      int refunded,
      @Nullable String method,
      @Nullable String receiptUrl,
      Instant approvedAt,
      boolean paysOrder,
      boolean supplement,
      @Nullable String takenBy) {}

  /**
   * @param lines for what it was asked; none for the rest
   * @param atTill whether somebody hands it over, rather than the provider
   * @param handedBy the name of staff, once they have
   */
  record Refund(
      UUID id,
      UUID paymentId,
      int amount,
      String reason,
      RefundStatus status,
      int tries,
      @Nullable String failureCode,
      List<RefundedLine> lines,
      Instant createdAt,
      @Nullable Instant doneAt,
      boolean atTill,
      @Nullable String handedBy) {}

  /**
   * What staff changed about what it holds.
   *
   * @param line of which so many portions were taken out; null for an addition
   * @param newLine what was put in; null for nothing
   * @param credit what the portions taken out had cost
   * @param cost of what was put in, before anything was waived
   */
  @Schema(name = "OrderChange")
  record Change(
      @Nullable Integer line,
      @Nullable Integer quantity,
      @Nullable Integer newLine,
      int credit,
      int cost,
      ChangeSettlement settlement,
      String reason,
      String staffName,
      Instant at) {}

  record RefundedLine(int line, int quantity, int amount) {}

  /**
   * @param tries how often the provider was asked
   */
  record Check(Instant askedAt, Instant checkAt, int tries) {}

  /** Masked, whoever asks: {@code users} reveals, with a reason. */
  record Customer(
      UUID id,
      String displayName,
      @Nullable String email,
      boolean guest,
      @Nullable Instant deletedAt) {}

  @Schema(name = "OtherOrder")
  record Other(
      UUID id,
      String number,
      String storeName,
      OrderStatus status,
      int totalAmount,
      Instant createdAt) {}
}
