package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** How many rows there are behind each choice of a filter. */
@Path("/api/resources/{resource}/facets")
@RunOnVirtualThread
class FacetEndpoint {
  private final Database database;
  private final Resources resources;
  private final CurrentStaff current;

  FacetEndpoint(Database database, Resources resources, CurrentStaff current) {
    this.database = database;
    this.resources = resources;
    this.current = current;
  }

  /**
   * @param counts by value, those that no row has left out; null where counting is not cheap
   */
  record Facets(@Nullable Map<String, Integer> counts) {}

  /**
   * @param column one that is filtered by choice, or by yes and no
   * @param filter the others in force, as the list has it
   */
  @GET
  public Facets counts(
      @PathParam("resource") String name,
      @QueryParam("column") String column,
      @QueryParam("filter") String filter) {
    Resource resource = resources.require(name);
    StaffMember member = current.member();
    Condition wanted = Filter.visibleTo(member, resource, filter);
    Column of =
        resource
            .column(column == null ? "" : column)
            .filter(c -> c.type() == ColumnType.CHOICE || c.type() == ColumnType.BOOLEAN)
            .filter(
                c -> c.filterKind() != null && (resource.isRevealedTo(member) || !c.isPersonal()))
            .orElseThrow(
                () ->
                    Problem.invalid(
                        "column", "이 항목은 세지 않아요.", "Nothing is counted by this column."));
    return new Facets(Rows.counts(database.sql(), resource, wanted, of).orElse(null));
  }
}
