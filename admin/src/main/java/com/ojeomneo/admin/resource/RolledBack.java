package com.ojeomneo.admin.resource;

/** Ends a transaction that was only to be looked at. */
final class RolledBack extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RolledBack() {
    super(null, null, false, false);
  }
}
