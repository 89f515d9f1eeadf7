package com.ojeomneo.social;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody brings from a provider: its {@code idToken}, or a {@code code} that we exchange for
 * one. With both, the code counts: it is what Apple needs to be told of a closed account.
 *
 * @param redirectUri where the code was sent to; left out for a code that an app got without one
 * @param codeVerifier of PKCE (RFC 7636)
 * @param nonce that we gave out, and that stood in the request to the provider
 * @param deviceId a label for the log-in, as for a guest
 */
public record SocialToken(
    @Nullable @Size(min = 1, max = 8192) String idToken,
    @Nullable @Size(min = 1, max = 2048) String code,
    @Nullable @Size(min = 1, max = 500) String redirectUri,
    @Nullable @Pattern(regexp = "^[A-Za-z0-9._~-]{43,128}$") String codeVerifier,
    @NotNull @Size(min = 1, max = 100) String nonce,
    @Nullable @Pattern(regexp = "^[^\\p{Cc}]{1,100}$") String deviceId) {
  /** Without the tokens: records find their way into logs. */
  @Override
  public String toString() {
    return "SocialToken";
  }
}
