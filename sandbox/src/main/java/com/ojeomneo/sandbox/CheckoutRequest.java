package com.ojeomneo.sandbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a shop sends a customer to the checkout page with. */
record CheckoutRequest(String orderId, String orderName, long amount, URI successUrl, URI failUrl) {
  private static final int LONGEST_URL = 2048;

  /** Schemes that a browser acts on itself; any other one is the scheme of an app. */
  private static final Set<String> OF_BROWSERS =
      Set.of(
          "about",
          "blob",
          "data",
          "file",
          "filesystem",
          "ftp",
          "javascript",
          "vbscript",
          "view-source",
          "ws",
          "wss");

  /** A request that cannot be shown; names the wrong parameters. */
  @SuppressWarnings("serial")
  static final class Malformed extends Exception {
    final List<String> parameters;

    Malformed(List<String> parameters) {
      super(String.join(", ", parameters), null, false, false);
      this.parameters = List.copyOf(parameters);
    }
  }

  static CheckoutRequest from(Map<String, String> query, String clientKey) throws Malformed {
    var wrong = new ArrayList<String>();
    if (!clientKey.equals(query.get("clientKey"))) {
      wrong.add("clientKey");
    }
    String orderId = query.getOrDefault("orderId", "");
    if (!ConfirmPayment.ORDER_ID.matcher(orderId).matches()) {
      wrong.add("orderId");
    }
    String orderName = query.getOrDefault("orderName", "").strip();
    if (!orderName.matches("\\P{Cntrl}{1,100}")) {
      wrong.add("orderName");
    }
    String amount = query.getOrDefault("amount", "");
    if (!amount.matches("[1-9][0-9]{0,11}")) {
      wrong.add("amount");
    }
    URI successUrl = returnUrl(query, "successUrl", wrong);
    URI failUrl = returnUrl(query, "failUrl", wrong);
    if (!wrong.isEmpty()) {
      throw new Malformed(wrong);
    }
    return new CheckoutRequest(orderId, orderName, Long.parseLong(amount), successUrl, failUrl);
  }

  static URI returnUrl(Map<String, String> query, String name, List<String> wrong) {
    try {
      var url = new URI(query.getOrDefault(name, ""));
      if (leadsBack(url)) {
        return url;
      }
    } catch (URISyntaxException e) {
      // As wrong as one that leads nowhere.
    }
    wrong.add(name);
    return null;
  }

  private static boolean leadsBack(URI url) {
    return url.isAbsolute()
        && url.getRawAuthority() != null
        && url.toString().length() <= LONGEST_URL
        && !OF_BROWSERS.contains(url.getScheme().toLowerCase(Locale.ROOT));
  }
}
