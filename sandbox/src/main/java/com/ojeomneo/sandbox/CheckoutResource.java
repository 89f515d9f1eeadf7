package com.ojeomneo.sandbox;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page on which a customer says yes or no to a payment. It works without JavaScript. */
final class CheckoutResource {
  // No form-action: Chromium applies it to the redirect that follows the post, too.
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final Memory memory;
  private final Payments payments;
  private final Ledger ledger;
  private final String clientKey;

  CheckoutResource(Memory memory, Payments payments, Ledger ledger, String clientKey) {
    this.memory = memory;
    this.payments = payments;
    this.ledger = ledger;
    this.clientKey = clientKey;
  }

  void open(Call call) throws IOException, SQLException {
    Page page = Page.inLanguageOf(call);
    Optional<CheckoutRequest> payable = payable(call, page);
    if (payable.isPresent()) {
      CheckoutRequest request = payable.get();
      var values =
          Map.of(
              "orderName", request.orderName(),
              "orderId", request.orderId(),
              "amount", page.won(request.amount()));
      show(call, 200, page.render("checkout", values));
    }
  }

  void decide(Call call) throws IOException, SQLException {
    Page page = Page.inLanguageOf(call);
    Map<String, String> form = call.form();
    Optional<CheckoutRequest> payable = payable(call, page);
    if (payable.isEmpty()) {
      return;
    }
    Optional<TestCard> card = TestCard.named(form.getOrDefault("card", "normal"));
    String decision = form.getOrDefault("decision", "");
    if (decision.equals("approve") && card.isPresent()) {
      approve(call, payable.get(), card.get());
    } else if (decision.equals("decline")) {
      String message = page.text("declined");
      seeOther(call, failure(payable.get(), "PAY_PROCESS_CANCELED", message));
    } else {
      malformed(call, page, List.of(card.isPresent() ? "decision" : "card"));
    }
  }

  void style(Call call) throws IOException {
    call.header("Cache-Control", "no-cache");
    call.reply(200, "text/css;charset=UTF-8", Resource.text("checkout.css"));
  }

  private void approve(Call call, CheckoutRequest request, TestCard card)
      throws IOException, SQLException {
    Payment payment =
        memory.transaction(connection -> ledger.authenticate(connection, request, card));
    seeOther(
        call,
        new ReturnUrl(request.successUrl())
            .with("paymentKey", payment.paymentKey())
            .with("orderId", payment.orderId())
            .with("amount", Long.toString(payment.totalAmount())));
  }

  /** The request when it can be paid; else the call is answered with the reason. */
  private Optional<CheckoutRequest> payable(Call call, Page page) throws IOException, SQLException {
    try {
      var request = CheckoutRequest.from(call.query(), clientKey);
      var ofOrder =
          memory.transaction(connection -> payments.ofOrder(connection, request.orderId()));
      if (ofOrder.stream().noneMatch(Payment::isCharged)) {
        return Optional.of(request);
      }
      alreadyPaid(call, page, request);
    } catch (CheckoutRequest.Malformed e) {
      malformed(call, page, e.parameters);
    }
    return Optional.empty();
  }

  private static void alreadyPaid(Call call, Page page, CheckoutRequest request)
      throws IOException {
    String message = page.text("paidTitle");
    var values =
        Map.of(
            "orderName", request.orderName(),
            "orderId", request.orderId(),
            "back", failure(request, "ALREADY_PROCESSED_PAYMENT", message).toString());
    show(call, 409, page.render("paid", values));
  }

  private static void malformed(Call call, Page page, List<String> parameters) throws IOException {
    String problems =
        parameters.stream()
            .map(name -> page.text("wrong_" + name))
            .collect(Collectors.joining("\n"));
    show(call, 400, page.render("malformed", Map.of("problems", problems)));
  }

  private static ReturnUrl failure(CheckoutRequest request, String code, String message) {
    return new ReturnUrl(request.failUrl())
        .with("code", code)
        .with("message", message)
        .with("orderId", request.orderId());
  }

  static void seeOther(Call call, ReturnUrl url) throws IOException {
    call.header("Location", url.toString());
    call.header("Cache-Control", "no-store");
    call.reply(303);
  }

  static void show(Call call, int status, String html) throws IOException {
    call.header("Content-Security-Policy", POLICY);
    call.header("Referrer-Policy", "no-referrer");
    call.header("Cache-Control", "no-store");
    call.header("Vary", "Accept-Language");
    call.reply(status, "text/html;charset=UTF-8", html);
  }
}
