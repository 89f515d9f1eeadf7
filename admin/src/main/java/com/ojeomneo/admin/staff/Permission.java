package com.ojeomneo.admin.staff;

/** What somebody may do; shop staff only in their own shops. */
public enum Permission {
  /** See everything but personal data. */
  VIEW,
  /** Move orders on, sold-out and stock. */
  ORDERS,
  /** Give money back. */
  REFUNDS,
  /** Shops, dishes, options, prices, pictures. */
  CATALOGUE,
  /** Settings, flags, versions, notices. */
  SETTINGS,
  /** See a customer's data unmasked, with a reason. */
  PERSONAL_DATA,
  /** Who works here. */
  STAFF
}
