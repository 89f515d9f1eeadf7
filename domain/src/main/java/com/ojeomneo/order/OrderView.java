package com.ojeomneo.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.ojeomneo.money.Won;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.schema.jooq.enums.RefundStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as its customer sees it: the same in every answer, and kept with each of its events as
 * the order then was.
 *
 * @param number what is called out at the counter; unique per shop and business day
 * @param discount what of the items' amounts the shop does not ask for; absent for nothing
 * @param payment how to pay; present while the order is payable
 */
public record OrderView(
    UUID id,
    String number,
    UUID storeId,
    String storeName,
    OrderStatus status,
    Won totalAmount,
    List<Item> items,
    @Nullable String note,
    @Nullable Instant pickupAt,
    @Nullable Instant estimatedReadyAt,
    Instant createdAt,
    Instant expiresAt,
    boolean cancellable,
    @Nullable String cancelReason,
    List<RefundView> refunds,
    @JsonInclude(JsonInclude.Include.NON_NULL) Won discount,
    @JsonInclude(JsonInclude.Include.NON_NULL) PaymentLink payment) {

  /** A line: {@code amount} = ({@code unitPrice} + its options) x {@code quantity}. */
  public record Item(
      UUID menuId, String name, int quantity, Won unitPrice, List<Option> options, Won amount) {}

  /** A chosen option, with its price at the time. */
  public record Option(UUID id, String name, Won price) {}

  /** Money on its way back, or back. */
  public record RefundView(Won amount, RefundStatus status, String reason) {}

  /** What the payment page needs. */
  public record PaymentLink(
      String provider,
      String clientKey,
      String orderId,
      String orderName,
      Won amount,
      String checkoutUrl) {}
}
