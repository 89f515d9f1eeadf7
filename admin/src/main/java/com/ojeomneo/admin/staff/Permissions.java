package com.ojeomneo.admin.staff;

import static com.ojeomneo.admin.staff.Permission.CATALOGUE;
import static com.ojeomneo.admin.staff.Permission.ORDERS;
import static com.ojeomneo.admin.staff.Permission.PERSONAL_DATA;
import static com.ojeomneo.admin.staff.Permission.REFUNDS;
import static com.ojeomneo.admin.staff.Permission.SETTINGS;
import static com.ojeomneo.admin.staff.Permission.VIEW;

import com.ojeomneo.schema.jooq.enums.StaffRole;
import java.util.EnumSet;
import java.util.Set;

/** What each role may do. */
final class Permissions {
  private Permissions() {}

  static Set<Permission> of(StaffRole role) {
    return switch (role) {
      case OWNER -> EnumSet.allOf(Permission.class);
      case MANAGER -> EnumSet.of(VIEW, ORDERS, REFUNDS, CATALOGUE, SETTINGS, PERSONAL_DATA);
      case SHOP_STAFF -> EnumSet.of(VIEW, ORDERS);
      case SUPPORT -> EnumSet.of(VIEW, ORDERS, REFUNDS, PERSONAL_DATA);
      case VIEWER -> EnumSet.of(VIEW);
    };
  }
}
