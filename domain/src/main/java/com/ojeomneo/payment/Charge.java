package com.ojeomneo.payment;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.ojeomneo.money.Won;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * The provider's payment object, as far as we read it (docs.tosspayments.com, "Payment 객체").
 *
 * @param balanceAmount what of {@code totalAmount} has not been cancelled, KRW
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Charge(
    String paymentKey,
    String orderId,
    Status status,
    String currency,
    int totalAmount,
    int balanceAmount,
    String method,
    OffsetDateTime approvedAt,
    Receipt receipt,
    List<Cancel> cancels) {

  /**
   * The provider's states; one that it adds later is read as {@code UNKNOWN} and looked up again.
   */
  public enum Status {
    READY,
    IN_PROGRESS,
    WAITING_FOR_DEPOSIT,
    DONE,
    CANCELED,
    PARTIAL_CANCELED,
    ABORTED,
    EXPIRED,
    @JsonEnumDefaultValue
    UNKNOWN
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Receipt(String url) {}

  /** Part or all of it given back. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Cancel(
      String transactionKey,
      String cancelReason,
      int cancelAmount,
      String cancelStatus,
      OffsetDateTime canceledAt) {

    /** Some methods of payment give back later than they say so. */
    boolean isDone() {
      return cancelStatus == null || cancelStatus.equals("DONE");
    }

    /** Whether it is this refund of ours, whose id we put into its reason. */
    public boolean isFor(UUID refund) {
      return cancelReason != null && cancelReason.contains(refund.toString());
    }
  }

  /** Whether it was made for this order; another's money is never ours to record or give back. */
  public boolean isFor(UUID order) {
    return order.toString().equals(orderId);
  }

  /** Whether money was taken, however much of it was given back since. */
  public boolean wasTaken() {
    return switch (status) {
      case DONE, PARTIAL_CANCELED -> true;
      case CANCELED -> approvedAt != null;
      default -> false;
    };
  }

  /** Whether this is exactly the money that was asked for: taken, in KRW, for this order. */
  public boolean pays(UUID order, Won amount) {
    return status == Status.DONE
        && "KRW".equals(currency)
        && isFor(order)
        && totalAmount == amount.amount();
  }

  /** What was given back so far, oldest first. */
  public List<Cancel> givenBack() {
    return cancels == null ? List.of() : cancels.stream().filter(Cancel::isDone).toList();
  }

  public String receiptUrl() {
    return receipt == null ? null : receipt.url();
  }
}
