package com.ojeomneo.local;

/** Why a command cannot go on, for the person who typed it: one message, no stack trace, exit 1. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }

  Refusal(String message, Throwable cause) {
    super(message, cause);
  }
}
