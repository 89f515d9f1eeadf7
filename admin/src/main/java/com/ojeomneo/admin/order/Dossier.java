package com.ojeomneo.admin.order;

import com.ojeomneo.schema.jooq.enums.AttemptStatus;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
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
    @Nullable Check check,
    Customer customer,
    List<Other> otherOrders) {

  /**
   * @param refundable what may still be given back
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
      Instant expiresAt) {}

  /**
   * @param amount of all of it, options included
   * @param refundedAmount of what was asked back of this very line
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
      int refundedAmount) {}

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
   * @param refunded what was asked back of it, done or not
   */
  record Payment(
      UUID id,
      String paymentKey,
      int amount,
      int refunded,
      @Nullable String method,
      @Nullable String receiptUrl,
      Instant approvedAt,
      boolean paysOrder) {}

  /**
   * @param lines for what it was asked; none for the rest
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
      @Nullable Instant doneAt) {}

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
