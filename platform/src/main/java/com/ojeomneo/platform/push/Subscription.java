package com.ojeomneo.platform.push;

import java.net.URI;

/**
 * A browser that may be told something, as it names itself.
 *
 * @param endpoint where its push service takes messages; whoever knows it can be told from others
 * @param publicKey of the browser ({@code p256dh}): 65 bytes, an uncompressed point of P-256
 * @param secret shared with the browser ({@code auth}): 16 bytes
 */
public record Subscription(URI endpoint, byte[] publicKey, byte[] secret) implements Device {
  @Override
  public PushWay way() {
    return PushWay.WEB;
  }

  @Override
  public String address() {
    return endpoint.toString();
  }

  /** Nothing of it: an endpoint is an address of one person. */
  @Override
  public String toString() {
    return "Subscription";
  }
}
