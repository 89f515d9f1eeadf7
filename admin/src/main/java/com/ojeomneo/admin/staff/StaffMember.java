package com.ojeomneo.admin.staff;

import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works here, as they are now.
 *
 * @param secondFactor whether signing in takes a code as well
 * @param secondFactorRequired whether a role of theirs demands one
 */
public record StaffMember(
    UUID id,
    String email,
    String displayName,
    boolean secondFactor,
    boolean secondFactorRequired,
    List<Assignment> roles) {
  /**
   * @param storeId the shop that it is limited to; null for all of them
   */
  public record Assignment(StaffRole role, @Nullable UUID storeId) {}

  public StaffMember {
    roles = List.copyOf(roles);
  }

  /** They do nothing before they have one. */
  public boolean lacksSecondFactor() {
    return secondFactorRequired && !secondFactor;
  }

  /** What they may do anywhere. */
  public Set<Permission> permissions() {
    var all = EnumSet.noneOf(Permission.class);
    roles.forEach(assignment -> all.addAll(Permissions.of(assignment.role())));
    return all;
  }

  /** Where they may do it. */
  public Reach reach(Permission permission) {
    var shops = new HashSet<UUID>();
    for (Assignment assignment : roles) {
      if (Permissions.of(assignment.role()).contains(permission)) {
        if (assignment.storeId() == null) {
          return new Reach.Everywhere();
        }
        shops.add(assignment.storeId());
      }
    }
    return new Reach.Shops(shops);
  }

  /**
   * Where they may do it, for what needs at least one place.
   *
   * @throws Problem 403 when it is nowhere
   */
  public Reach require(Permission permission) {
    Reach reach = reach(permission);
    if (reach.isNowhere()) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    return reach;
  }
}
