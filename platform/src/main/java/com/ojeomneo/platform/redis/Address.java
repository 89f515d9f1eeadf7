package com.ojeomneo.platform.redis;

/** Where a Redis, or a sentinel, listens. */
record Address(String host, int port) {
  /** From {@code host:port}. */
  static Address parse(String text) {
    int colon = text.lastIndexOf(':');
    return new Address(
        text.substring(0, colon).strip(), Integer.parseInt(text.substring(colon + 1).strip()));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
