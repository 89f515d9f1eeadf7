package com.ojeomneo.admin.resource;

/** Somebody wrote on a version that is no longer the row's. */
final class Stale extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Presented current;
  private final int version;

  /**
   * @param current the row as it now is, as it is sent
   */
  Stale(Presented current, int version) {
    super(null, null, false, false);
    this.current = current;
    this.version = version;
  }

  Presented current() {
    return current;
  }

  int version() {
    return version;
  }
}
