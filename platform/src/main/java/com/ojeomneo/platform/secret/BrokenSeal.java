package com.ojeomneo.platform.secret;

/**
 * What is sealed cannot be opened. The message is for whoever runs the application; it holds no
 * secret.
 */
public final class BrokenSeal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenSeal(String message) {
    super(message);
  }
}
