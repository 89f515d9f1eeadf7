package com.ojeomneo.admin.resource;

import static com.ojeomneo.schema.jooq.enums.AuditAction.CREATE;
import static com.ojeomneo.schema.jooq.enums.AuditAction.UPDATE;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.admin.audit.AuditLog;
import com.ojeomneo.admin.audit.Deed;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Lists as somebody wants to see them again. Whoever sees a list in every shop may share one. */
@Path("/api/views")
@RunOnVirtualThread
class SavedViewEndpoint {
  private final Database database;
  private final Resources resources;
  private final SavedViews views;
  private final CurrentStaff current;
  private final AuditLog audit;
  private final ObjectMapper json;

  SavedViewEndpoint(
      Database database,
      Resources resources,
      SavedViews views,
      CurrentStaff current,
      AuditLog audit,
      ObjectMapper json) {
    this.database = database;
    this.resources = resources;
    this.views = views;
    this.current = current;
    this.audit = audit;
    this.json = json;
  }

  record SavedViewList(List<SavedView> items) {}

  /** As {@link SavedView} has it. */
  record ViewWish(
      @NotBlank @Size(max = 40) String name,
      boolean shared,
      @Nullable @Size(max = 4000) String filter,
      @Nullable @Size(max = 200) String sort,
      @NotNull @Size(max = 60) List<@NotBlank @Size(max = 60) String> columns) {
    ViewWish {
      name = name == null ? null : name.strip();
      columns = columns == null ? null : List.copyOf(columns);
    }
  }

  @GET
  public SavedViewList list(@QueryParam("resource") String name) {
    Resource resource = required(name);
    return new SavedViewList(views.of(database.sql(), current.member().id(), resource.name()));
  }

  @POST
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      description = "Saved",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SavedView.class)))
  public SavedView save(@QueryParam("resource") String name, @NotNull @Valid ViewWish wish) {
    Resource resource = required(name);
    requireGood(resource, wish);
    return database.transaction(
        tx -> {
          SavedView view = views.add(tx, current.member().id(), resource.name(), wish);
          record(tx, CREATE, null, view);
          return view;
        });
  }

  @PUT
  @Path("{id}")
  public SavedView change(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String version,
      @NotNull @Valid ViewWish wish) {
    int seen = RowVersion.of(version);
    return database.transaction(
        tx -> {
          SavedView before = mine(tx, id);
          requireGood(required(before.resource()), wish);
          SavedView after = views.change(tx, current.member().id(), before, seen, wish);
          record(tx, UPDATE, before, after);
          return after;
        });
  }

  @DELETE
  @Path("{id}")
  @APIResponse(responseCode = "204", description = "Gone, for whoever it was shared with, too")
  public void delete(@PathParam("id") String id) {
    database.transact(
        tx -> {
          SavedView before = mine(tx, id);
          views.remove(tx, current.member().id(), before.id());
          record(tx, AuditAction.DELETE, before, null);
        });
  }

  private SavedView mine(DSLContext tx, String id) {
    UUID view = PathId.of(id);
    return views.own(tx, current.member().id(), view).orElseThrow(Problem::notFound);
  }

  /** One in which they see something. */
  private Resource required(String name) {
    Resource resource = resources.require(name == null ? "" : name);
    resource.access().requireVisible(current.member());
    return resource;
  }

  /**
   * What could not be opened is not kept; and nobody is shown a customer by what was searched for.
   */
  private void requireGood(Resource resource, ViewWish wish) {
    StaffMember member = current.member();
    if (wish.shared() && !resource.access().isUnbounded(member)) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    Filter.of(resource, wish.filter(), !wish.shared() && resource.isRevealedTo(member));
    if (wish.shared() && resource.hasPersonalData() && Filter.searches(wish.filter())) {
      throw Problem.invalid(
          "filter", "검색어가 든 보기는 공유할 수 없어요.", "What was searched for is not shared.");
    }
    Ordering.of(resource, wish.sort());
    ExportWish.columns(resource, String.join(",", wish.columns()));
  }

  private void record(DSLContext tx, AuditAction action, SavedView before, SavedView after) {
    SavedView either = after == null ? before : after;
    audit.record(
        tx,
        current.author(),
        new Deed(
            action,
            "saved_views",
            either.id().toString(),
            before == null ? null : json.valueToTree(before),
            after == null ? null : json.valueToTree(after),
            null));
  }
}
