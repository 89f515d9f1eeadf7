package com.ojeomneo.admin.resource;

import static com.ojeomneo.schema.jooq.enums.AuditAction.EXPORT;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ojeomneo.admin.audit.AuditLog;
import com.ojeomneo.admin.audit.Author;
import com.ojeomneo.admin.audit.Deed;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.Languages;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A whole list as a file. The log has each, with what was in it. */
@Path("/api")
@RunOnVirtualThread
class ExportEndpoint {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final Database database;
  private final Resources resources;
  private final DirectExport export;
  private final AuditLog audit;
  private final CurrentStaff current;
  private final Clock clock;

  ExportEndpoint(
      Database database,
      Resources resources,
      DirectExport export,
      AuditLog audit,
      CurrentStaff current,
      Clock clock) {
    this.database = database;
    this.resources = resources;
    this.export = export;
    this.audit = audit;
    this.current = current;
    this.clock = clock;
  }

  /** Personal data as it is, and why somebody needs it. */
  record Unmasked(
      @Nullable String filter,
      @Nullable String sort,
      @Nullable String columns,
      @Nullable String format,
      @NotBlank @Size(max = 200) String reason) {}

  @GET
  @Path("{resource}/export")
  @ExportResponse
  public Response masked(
      @PathParam("resource") String name,
      @QueryParam("filter") String filter,
      @QueryParam("sort") String sort,
      @QueryParam("columns") String columns,
      @QueryParam("format") String format,
      @Context RoutingContext request) {
    return file(resources.require(name), filter, sort, columns, format, null, request);
  }

  @POST
  @Path("{resource}/export")
  @ExportResponse
  public Response unmasked(
      @PathParam("resource") String name,
      @NotNull @Valid Unmasked command,
      @Context RoutingContext request) {
    Resource resource = resources.require(name);
    if (!resource.isRevealedTo(current.member())) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    return file(
        resource,
        command.filter(),
        command.sort(),
        command.columns(),
        command.format(),
        command.reason().strip(),
        request);
  }

  /**
   * @param reason null for a file in which personal data is masked
   */
  private Response file(
      Resource resource,
      String filter,
      String sort,
      String columns,
      String named,
      String reason,
      RoutingContext request) {
    ExportFormat format = ExportFormat.of(named);
    var wish =
        new ExportWish(
            resource,
            Filter.visibleTo(current.member(), resource, filter),
            Ordering.of(resource, sort),
            ExportWish.columns(resource, columns),
            reason != null,
            Languages.of(request).equals(Locale.ENGLISH));
    ObjectNode what = JsonNodeFactory.instance.objectNode();
    what.put("filter", filter);
    wish.columns().forEach(column -> what.withArray("columns").add(column.name()));
    what.put("masked", reason == null);
    what.put("format", format.suffix());
    var deed = new Deed(EXPORT, resource.name(), null, null, what, reason);
    Author author = current.author();
    Runnable log = () -> database.transact(tx -> audit.record(tx, author, deed));
    String file = "%s-%s".formatted(resource.name(), LocalDate.now(clock.withZone(SEOUL)));
    return Download.of(file, format, request, to -> export.write(wish, format, to, log)).build();
  }
}
