package com.ojeomneo.admin.resource;

import static com.ojeomneo.schema.jooq.enums.AuditAction.EXPORT;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ojeomneo.admin.audit.AuditLog;
import com.ojeomneo.admin.audit.Deed;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.Languages;
import com.ojeomneo.platform.http.Page;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Long lists as files: asked for, looked at, deleted. Everybody has their own. */
@Path("/api")
@RunOnVirtualThread
class ExportJobEndpoint {
  private final Database database;
  private final Resources resources;
  private final ExportJobs exports;
  private final AuditLog audit;
  private final CurrentStaff current;

  ExportJobEndpoint(
      Database database,
      Resources resources,
      ExportJobs exports,
      AuditLog audit,
      CurrentStaff current) {
    this.database = database;
    this.resources = resources;
    this.exports = exports;
    this.audit = audit;
    this.current = current;
  }

  /**
   * @param columns names by commas; null for all
   * @param format {@code csv} or {@code xlsx}; null for CSV
   * @param reason for personal data as it is; null where it is to be masked
   */
  record Ordered(
      @Nullable @Size(max = 4000) String filter,
      @Nullable @Size(max = 400) String sort,
      @Nullable @Size(max = 4000) String columns,
      @Nullable String format,
      @Nullable @Size(max = 200) @Pattern(regexp = "(?s).*\\S.*") String reason) {}

  @POST
  @Path("{resource}/exports")
  @APIResponse(
      responseCode = "202",
      description = "It is being made",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ExportJob.View.class)))
  public RestResponse<ExportJob.View> order(
      @PathParam("resource") String name,
      @NotNull @Valid Ordered command,
      @Context RoutingContext request) {
    Resource resource = resources.require(name);
    var order =
        new ExportOrder(
            name,
            ExportFormat.of(command.format()),
            command.filter(),
            command.sort(),
            ExportWish.columns(resource, command.columns()).stream().map(Column::name).toList(),
            Languages.of(request).equals(Locale.ENGLISH),
            command.reason() == null ? null : command.reason().strip());
    ExportWish wish = order.wish(resources, current.member());
    long estimated = Rows.estimate(database.sql(), resource, wish.wanted());
    UUID id =
        database.transaction(
            tx -> {
              UUID added =
                  exports.add(
                      tx, current.member().id(), order, estimated, current.author().traceId());
              audit.record(
                  tx,
                  current.author(),
                  new Deed(EXPORT, name, null, null, content(order, added), order.reason()));
              return added;
            });
    return ResponseBuilder.create(RestResponse.Status.ACCEPTED, view(id)).build();
  }

  private static ObjectNode content(ExportOrder order, UUID id) {
    ObjectNode what = JsonNodeFactory.instance.objectNode();
    what.put("filter", order.filter());
    order.columns().forEach(what.withArray("columns")::add);
    what.put("masked", order.reason() == null);
    what.put("format", order.format().suffix());
    what.put("export", id.toString());
    return what;
  }

  @GET
  @Path("exports")
  public Page<ExportJob.View> list(
      @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    return exports.page(current.member().id(), Page.after(cursor), Page.limit(limit));
  }

  @GET
  @Path("exports/{id}")
  public ExportJob.View show(@PathParam("id") String id) {
    return view(PathId.of(id));
  }

  private ExportJob.View view(UUID id) {
    return exports
        .find(current.member().id(), id)
        .map(ExportJob.View::of)
        .orElseThrow(Problem::notFound);
  }

  @DELETE
  @Path("exports/{id}")
  @APIResponse(responseCode = "204", description = "Neither made nor kept any longer")
  public void delete(@PathParam("id") String id) {
    if (!exports.delete(current.member().id(), PathId.of(id))) {
      throw Problem.notFound();
    }
  }
}
