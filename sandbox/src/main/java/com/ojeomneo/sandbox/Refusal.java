package com.ojeomneo.sandbox;

/** A request that the provider answers with an error; not a fault of the sandbox. */
@SuppressWarnings("serial")
final class Refusal extends RuntimeException {
  final ErrorCode code;

  Refusal(ErrorCode code) {
    super(code.name(), null, false, false);
    this.code = code;
  }
}
