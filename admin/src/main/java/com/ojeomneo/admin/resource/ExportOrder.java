package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for, in their words: what it means depends on what they may see when it is
 * made, not when they asked.
 *
 * @param columns names
 * @param reason for personal data as it is; null where it is masked
 */
record ExportOrder(
    String resource,
    ExportFormat format,
    @Nullable String filter,
    @Nullable String sort,
    List<String> columns,
    boolean english,
    @Nullable String reason) {

  /**
   * @throws Problem 403 for what they may not see (any more), 400 for what is none
   */
  ExportWish wish(Resources resources, StaffMember member) {
    Resource of = resources.require(resource);
    if (reason != null && !of.isRevealedTo(member)) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    return new ExportWish(
        of,
        Filter.visibleTo(member, of, filter),
        Ordering.of(of, sort),
        ExportWish.columns(of, String.join(",", columns)),
        reason != null,
        english);
  }

  /** Whether they may still see all that such a file has of these shops; null: of every shop. */
  boolean isOpenTo(Resources resources, StaffMember member, Reach ofFile) {
    try {
      Resource of = wish(resources, member).resource();
      return switch (of.access().reachOf(member)) {
        case Reach.Everywhere all -> true;
        case Reach.Shops(var now) ->
            ofFile instanceof Reach.Shops(var then) && now.containsAll(then);
      };
    } catch (Problem refused) {
      return false;
    }
  }
}
