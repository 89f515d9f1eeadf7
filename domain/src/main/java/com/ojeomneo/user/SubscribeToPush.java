package com.ojeomneo.user;

import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.push.P256;
import com.ojeomneo.platform.push.Subscription;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Wants to be told while the app is closed: a {@code PushSubscription} as browsers write it in
 * JSON.
 *
 * @param expirationTime as browsers send it; push services say themselves when one is over
 */
public record SubscribeToPush(
    @NotNull @Size(min = 1, max = 1000) String endpoint,
    @Nullable Long expirationTime,
    @NotNull @Valid Keys keys) {
  private static final int SECRET_BYTES = 16;

  /** Unpadded base64url. */
  public record Keys(
      @NotNull @Size(min = 1, max = 100) String p256dh,
      @NotNull @Size(min = 1, max = 100) String auth) {
    @Override
    public String toString() {
      return "Keys";
    }
  }

  /**
   * @throws Problem 400 when a part is malformed
   */
  Subscription subscription() {
    return new Subscription(uri(), publicKey(), secret());
  }

  private URI uri() {
    try {
      return URI.create(endpoint);
    } catch (IllegalArgumentException malformed) {
      throw Problem.invalid("endpoint", "알림 주소를 읽을 수 없어요.", "This is no address.");
    }
  }

  private byte[] publicKey() {
    try {
      byte[] key = Base64.getUrlDecoder().decode(keys.p256dh());
      P256.publicKey(key);
      return key;
    } catch (IllegalArgumentException malformed) {
      throw Problem.invalid("keys.p256dh", "알림 키를 읽을 수 없어요.", "This is no key of P-256.");
    }
  }

  private byte[] secret() {
    try {
      byte[] secret = Base64.getUrlDecoder().decode(keys.auth());
      if (secret.length == SECRET_BYTES) {
        return secret;
      }
    } catch (IllegalArgumentException malformed) {
      // answered below
    }
    throw Problem.invalid("keys.auth", "알림 키를 읽을 수 없어요.", "These are not 16 bytes.");
  }

  /** Nothing of it: an endpoint is an address of one person. */
  @Override
  public String toString() {
    return "SubscribeToPush";
  }
}
