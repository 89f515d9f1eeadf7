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
    if (isOurs()) {
      return publicUrl.resolve("/checkout/" + order).toString();
    }
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
        + encode(returnUrl())
        + "&failUrl="
        + encode(returnUrl());
  }

  /** Whether the page is ours, which it is with the real provider. */
  public boolean isOurs() {
    return LIVE_HOST.equals(provider.getHost());
  }

  public String returnUrl() {
    return publicUrl.resolve("/checkout/return").toString();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
