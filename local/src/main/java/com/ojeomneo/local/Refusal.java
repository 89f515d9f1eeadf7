package com.ojeomneo.local;

/** Why a command cannot go on, for the person who typed it: one message, no stack trace, exit 1. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refusal(String message) {
    super(message);
  }

  public Refusal(String message, Throwable cause) {
    super(message, cause);
  }
}
