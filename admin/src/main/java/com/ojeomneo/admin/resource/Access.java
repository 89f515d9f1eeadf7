package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;

/** Who may do what with the rows of a resource, as it was declared. */
final class Access {
  Permission read = Permission.VIEW;
  Permission write;
  boolean creatable;
  boolean editable;
  boolean deletable;
  boolean importable;
  boolean ordered;
  Function<Set<UUID>, Condition> ofShops;

  /** The rows that somebody sees. */
  Optional<Condition> visibleTo(StaffMember member) {
    Reach reach = member.reach(read);
    if (reach.isNowhere() || reach instanceof Reach.Shops && ofShops == null) {
      return Optional.empty();
    }
    return Optional.of(reach.covers(ofShops));
  }

  /**
   * @throws Problem 403 for whom there is nothing to see
   */
  Condition requireVisible(StaffMember member) {
    return visibleTo(member).orElseThrow(() -> Problem.of(CommonProblem.FORBIDDEN));
  }

  /** Whether they see every row there is. */
  boolean isUnbounded(StaffMember member) {
    return reaches(member, read);
  }

  Reach reachOf(StaffMember member) {
    return member.reach(read);
  }

  boolean isCreatableBy(StaffMember member) {
    return creatable && isWrittenBy(member);
  }

  boolean isEditableBy(StaffMember member) {
    return editable && isWrittenBy(member);
  }

  boolean isDeletableBy(StaffMember member) {
    return deletable && isWrittenBy(member);
  }

  boolean isImportableBy(StaffMember member) {
    return importable && isCreatableBy(member) && isEditableBy(member);
  }

  boolean isOrderedBy(StaffMember member) {
    return ordered && isEditableBy(member);
  }

  private boolean isWrittenBy(StaffMember member) {
    return write != null && reaches(member, write);
  }

  static boolean reaches(StaffMember member, Permission permission) {
    return member.reach(permission) instanceof Reach.Everywhere;
  }
}
