package com.ojeomneo.admin.resource;

import static com.ojeomneo.schema.jooq.enums.AuditAction.REVEAL;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ojeomneo.admin.audit.AuditLog;
import com.ojeomneo.admin.audit.Deed;
import com.ojeomneo.admin.resource.DeletedRows.Deleted;
import com.ojeomneo.admin.resource.History.Entry;
import com.ojeomneo.admin.resource.Writes.Note;
import com.ojeomneo.admin.resource.Writes.Writer;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.Page;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** What one row has beside itself: its past, the way back to it, and what is hidden of it. */
@Path("/api")
@RunOnVirtualThread
class RecordEndpoint {
  private final Database database;
  private final Resources resources;
  private final Rows rows;
  private final Writes writes;
  private final AuditLog audit;
  private final CurrentStaff current;

  RecordEndpoint(
      Database database,
      Resources resources,
      Rows rows,
      Writes writes,
      AuditLog audit,
      CurrentStaff current) {
    this.database = database;
    this.resources = resources;
    this.rows = rows;
    this.writes = writes;
    this.audit = audit;
    this.current = current;
  }

  /**
   * @param columns those to be put back; null for all that the entry changed
   */
  record Revert(@NotNull String entry, @Nullable List<@NotNull String> columns) {}

  /** Why somebody needs to see it: stands in the log. */
  record Reason(@NotBlank @Size(max = 200) String reason) {}

  /** Also of a row that is gone, for whom all rows are within reach. */
  @GET
  @Path("{resource}/{id}/history")
  public Page<Entry> history(
      @PathParam("resource") String name,
      @PathParam("id") String id,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    Resource resource = resources.require(name);
    requireWithinReach(resource, id);
    return History.of(database.sql(), resource, id, Page.after(cursor), Page.limit(limit));
  }

  /** For whoever may make them again. */
  @GET
  @Path("resources/{resource}/deleted")
  public Page<Deleted> deleted(
      @PathParam("resource") String name,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    Resource resource = resources.require(name);
    StaffMember member = current.member();
    if (!resource.access().isUnbounded(member) || !resource.access().isCreatableBy(member)) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    return DeletedRows.of(database.sql(), resource, Page.after(cursor), Page.limit(limit));
  }

  @POST
  @Path("{resource}/{id}/revert")
  @APIResponse(responseCode = "200", description = "The row as it is again")
  public RestResponse<Presented> revert(
      @PathParam("resource") String name,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String version,
      @NotNull @Valid Revert command) {
    Resource resource = resources.require(name);
    Condition same = requireWithinReach(resource, id);
    ObjectNode before =
        History.before(database.sql(), resource, id, PathId.of(command.entry()), command.columns());
    var writer = new Writer(current.member(), current.author());
    Row row =
        rows.find(database.sql(), resource, same).isPresent()
            ? writes.update(writer, resource, id, RowVersion.of(version), before, Note.REVERTED)
            : writes.create(writer, resource, before, id, Note.REVERTED);
    return ResponseBuilder.ok(Presented.of(resource, row, false))
        .header(HttpHeaders.ETAG, RowVersion.tag(row.version()))
        .build();
  }

  @POST
  @Path("{resource}/{id}/reveal")
  public Presented reveal(
      @PathParam("resource") String name,
      @PathParam("id") String id,
      @NotNull @Valid Reason command) {
    Resource resource = resources.require(name);
    Condition same = resource.access().requireVisible(current.member()).and(RowId.is(resource, id));
    if (!resource.isRevealedTo(current.member())) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    return database.transaction(
        tx -> {
          Row row = rows.find(tx, resource, same).orElseThrow(Problem::notFound);
          ObjectNode seen = JsonNodeFactory.instance.objectNode();
          resource.columns().stream()
              .filter(Column::isPersonal)
              .forEach(column -> seen.withArray("columns").add(column.name()));
          audit.record(
              tx,
              current.author(),
              new Deed(REVEAL, name, row.id(), null, seen, command.reason().strip()));
          return Presented.of(resource, row, true);
        });
  }

  /** A row that is gone cannot say whose it was: only who reaches all rows reaches it. */
  private Condition requireWithinReach(Resource resource, String id) {
    Condition visible = resource.access().requireVisible(current.member());
    Condition same = RowId.is(resource, id);
    Optional<Row> there = rows.find(database.sql(), resource, same);
    boolean within =
        there.isPresent()
            ? rows.find(database.sql(), resource, same.and(visible)).isPresent()
            : resource.access().isUnbounded(current.member());
    if (!within) {
      throw Problem.notFound();
    }
    return same;
  }
}
