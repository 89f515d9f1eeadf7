package com.ojeomneo.platform.idempotency;

/**
 * An answer as it is stored and sent again, to the byte.
 *
 * @param body JSON, or problem+json when the status says so
 */
public record Answer(int status, String body) {
  /** Whether a repeat of the request gets this answer again, rather than another try. */
  boolean isFinal() {
    return status != 202 && status != 401 && status != 429 && status < 500;
  }
}
