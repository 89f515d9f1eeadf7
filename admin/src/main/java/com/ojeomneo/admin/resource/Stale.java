package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Somebody wrote on a version that is no longer the row's. */
final class Stale extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ObjectNode current;
  private final int version;

  /**
   * @param current the row as it now is, as it is sent
   */
  Stale(ObjectNode current, int version) {
    super(null, null, false, false);
    this.current = current;
    this.version = version;
  }

  ObjectNode current() {
    return current;
  }

  int version() {
    return version;
  }
}
