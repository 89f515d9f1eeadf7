package com.ojeomneo.platform.push;

/**
 * The app on an iPhone.
 *
 * @param token that Apple gave it, in hexadecimal: it becomes a part of a path
 */
public record ApnsToken(String token) implements Device {
  public static final String FORM = "[0-9a-fA-F]{64,200}";

  public ApnsToken {
    if (!token.matches(FORM)) {
      throw new IllegalArgumentException("not the hexadecimal of a token");
    }
  }

  @Override
  public PushWay way() {
    return PushWay.APNS;
  }

  @Override
  public String address() {
    return token;
  }

  /** Nothing of it: a token is an address of one person. */
  @Override
  public String toString() {
    return "ApnsToken";
  }
}
