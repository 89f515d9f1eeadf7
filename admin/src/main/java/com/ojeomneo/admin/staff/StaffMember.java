package com.ojeomneo.admin.staff;

import com.ojeomneo.schema.jooq.enums.StaffRole;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who works here, as they are now.
 *
 * @param secondFactor whether signing in takes a code as well
 */
public record StaffMember(
    UUID id, String email, String displayName, boolean secondFactor, List<Assignment> roles) {
  /**
   * @param storeId the shop that it is limited to; null for all of them
   */
  public record Assignment(StaffRole role, UUID storeId) {}

  public StaffMember {
    roles = List.copyOf(roles);
  }

  /** What they may do anywhere. */
  public Set<Permission> permissions() {
    var all = EnumSet.noneOf(Permission.class);
    roles.forEach(assignment -> all.addAll(Permissions.of(assignment.role())));
    return all;
  }
}
