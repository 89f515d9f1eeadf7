package com.ojeomneo.payment;

import com.ojeomneo.money.Won;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where the customer pays, and where the provider sends them back to. Both derive from our own
 * settings, never from a request: nobody can make us send a customer elsewhere.
 */
public record PaymentPage(URI provider, URI publicUrl, String clientKey) {
  private static final String LIVE_HOST = "api.tosspayments.com";

  /**
   * With the real provider our own page, which loads its browser SDK; with a stand-in the page that
   * the stand-in serves.
   */
  public String urlFor(UUID order, String orderName, Won amount) {
    return isOurs()
        ? publicUrl.resolve("/checkout/" + order).toString()
        : standInFor(order, orderName, amount, returnUrl());
  }

  /**
   * A stand-in's page for an order.
   *
   * @param back {@link #returnUrl()} or {@link #appReturnUrl()}
   */
  public String standInFor(UUID order, String orderName, Won amount, String back) {
    return provider.resolve("/checkout")
        + "?clientKey="
        + encode(clientKey)
        + "&orderId="
        + order
        + "&orderName="
        + encode(orderName)
        + "&amount="
        + amount.amount()
        + "&successUrl="
        + encode(back)
        + "&failUrl="
        + encode(back);
  }

  /** Whether the page is ours, which it is with the real provider. */
  public boolean isOurs() {
    return LIVE_HOST.equals(provider.getHost());
  }

  public String returnUrl() {
    return publicUrl.resolve("/checkout/return").toString();
  }

  /**
   * For who pays from an app of the stores: a page of ours that leads on into the app, since the
   * provider wants an {@code https} address to come back to.
   */
  public String appReturnUrl() {
    return publicUrl.resolve("/checkout/app-return").toString();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
