package com.ojeomneo.sandbox;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What a client sends a person to the log-in page with (RFC 6749, 4.1.1; RFC 7636, 4.3).
 *
 * @param challenge of PKCE, empty without
 */
record SocialRequest(
    String clientId, URI redirectUri, String state, String nonce, String challenge) {

  /**
   * @param wrong gets the names of the parameters that are
   */
  static SocialRequest from(Map<String, String> query, List<String> wrong) {
    String clientId = query.getOrDefault("client_id", "");
    if (clientId.isBlank()) {
      wrong.add("client_id");
    }
    if (!query.getOrDefault("response_type", "").equals("code")) {
      wrong.add("response_type");
    }
    String challenge = query.getOrDefault("code_challenge", "");
    if (!challenge.isEmpty() && !"S256".equals(query.get("code_challenge_method"))) {
      wrong.add("code_challenge");
    }
    return new SocialRequest(
        clientId,
        CheckoutRequest.returnUrl(query, "redirect_uri", wrong),
        query.getOrDefault("state", ""),
        query.getOrDefault("nonce", ""),
        challenge);
  }
}
