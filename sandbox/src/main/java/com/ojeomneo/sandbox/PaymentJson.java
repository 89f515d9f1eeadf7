package com.ojeomneo.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes the provider's payment object, every field that a card payment of it has. */
final class PaymentJson {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final URI address;

  /**
   * @param address where this sandbox answers; receipt and checkout links start with it
   */
  PaymentJson(URI address) {
    this.address = address;
  }

  ObjectNode of(Payment payment, Instant now) {
    ObjectNode json = object();
    json.put("mId", "sandbox");
    json.put("version", "2022-11-16");
    json.put("paymentKey", payment.paymentKey());
    json.put("orderId", payment.orderId());
    json.put("orderName", payment.orderName());
    json.put("status", payment.statusAt(now).name());
    json.put("type", "NORMAL");
    json.put("country", "KR");
    json.put("requestedAt", time(payment.authenticatedAt()));
    json.put("approvedAt", time(payment.approvedAt()));
    json.put("lastTransactionKey", payment.lastTransactionKey());
    amounts(json, payment);
    json.put("method", "카드");
    json.set("card", payment.isCharged() ? card(payment) : null);
    for (String unused : List.of("easyPay", "virtualAccount", "transfer", "mobilePhone")) {
      json.putNull(unused);
    }
    for (String unused : List.of("giftCertificate", "cashReceipt", "cashReceipts", "discount")) {
      json.putNull(unused);
    }
    json.putNull("secret");
    json.put("useEscrow", false);
    json.put("cultureExpense", false);
    json.put("isPartialCancelable", true);
    json.set("cancels", payment.cancels().isEmpty() ? null : cancels(payment.cancels()));
    json.set("failure", failure(payment.failure()));
    String self = address + "/v1/payments/" + payment.paymentKey();
    json.set("receipt", payment.isCharged() ? object().put("url", self + "/receipt") : null);
    json.set("checkout", object().put("url", self + "/checkout"));
    return json;
  }

  /** What counts of a payment when ledgers are compared. */
  ObjectNode entry(Payment payment, Instant now) {
    return object()
        .put("paymentKey", payment.paymentKey())
        .put("orderId", payment.orderId())
        .put("status", payment.statusAt(now).name())
        .put("totalAmount", payment.totalAmount())
        .put("balanceAmount", payment.balanceAmount())
        .put("approvedAt", time(payment.approvedAt()))
        .set("cancels", cancels(payment.cancels()));
  }

  private static void amounts(ObjectNode json, Payment payment) {
    long vat = Math.round(payment.balanceAmount() / 11.0);
    json.put("currency", "KRW");
    json.put("totalAmount", payment.totalAmount());
    json.put("balanceAmount", payment.balanceAmount());
    json.put("suppliedAmount", payment.balanceAmount() - vat);
    json.put("vat", vat);
    json.put("taxFreeAmount", 0);
    json.put("taxExemptionAmount", 0);
  }

  private static ObjectNode card(Payment payment) {
    return object()
        .put("amount", payment.totalAmount())
        .put("issuerCode", "71")
        .put("acquirerCode", "71")
        .put("number", "12345678****000*")
        .put("installmentPlanMonths", 0)
        .put("approveNo", "00000000")
        .put("useCardPoint", false)
        .put("cardType", "신용")
        .put("ownerType", "개인")
        .put("acquireStatus", "READY")
        .put("isInterestFree", false)
        .putNull("interestPayer");
  }

  private static JsonNode cancels(List<Cancel> cancels) {
    var json = JsonNodeFactory.instance.arrayNode();
    for (var cancel : cancels) {
      json.addObject()
          .put("transactionKey", cancel.transactionKey())
          .put("cancelReason", cancel.reason())
          .put("cancelAmount", cancel.amount())
          .put("refundableAmount", cancel.refundableAmount())
          .put("canceledAt", time(cancel.at()))
          .put("cancelStatus", "DONE")
          .put("taxFreeAmount", 0)
          .put("taxExemptionAmount", 0)
          .put("easyPayDiscountAmount", 0)
          .putNull("receiptKey")
          .putNull("cancelRequestId");
    }
    return json;
  }

  private static JsonNode failure(ErrorCode failure) {
    return failure == null
        ? null
        : object().put("code", failure.name()).put("message", failure.message);
  }

  static String time(Instant at) {
    return at == null
        ? null
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            at.truncatedTo(ChronoUnit.SECONDS).atZone(SEOUL));
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
