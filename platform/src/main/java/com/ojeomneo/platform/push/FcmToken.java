package com.ojeomneo.platform.push;

/**
 * The app on an Android phone.
 *
 * @param token that Firebase gave it: visible ASCII
 */
public record FcmToken(String token) implements Device {
  @Override
  public PushWay way() {
    return PushWay.FCM;
  }

  @Override
  public String address() {
    return token;
  }

  /** Nothing of it: a token is an address of one person. */
  @Override
  public String toString() {
    return "FcmToken";
  }
}
