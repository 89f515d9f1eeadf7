package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.admin.resource.Writes.Note;
import com.ojeomneo.admin.resource.Writes.Writer;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.Page;
import com.ojeomneo.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Lists, rows and forms of every resource. */
@Path("/api")
@RunOnVirtualThread
class ResourceEndpoint {
  private final Database database;
  private final Resources resources;
  private final Rows rows;
  private final Writes writes;
  private final CurrentStaff current;

  ResourceEndpoint(
      Database database, Resources resources, Rows rows, Writes writes, CurrentStaff current) {
    this.database = database;
    this.resources = resources;
    this.rows = rows;
    this.writes = writes;
    this.current = current;
  }

  /** What there is for this person. */
  record Declared(List<ResourceView> resources) {}

  /**
   * @param estimatedTotal exact where counting is cheap
   */
  record RowPage(List<Presented> items, @Nullable String nextCursor, long estimatedTotal) {}

  @GET
  @Path("resources")
  public Declared declared() {
    StaffMember member = current.member();
    return new Declared(resources.visibleTo(member).stream().map(r -> r.viewFor(member)).toList());
  }

  @GET
  @Path("{resource}")
  public RowPage list(
      @PathParam("resource") String name,
      @QueryParam("filter") String filter,
      @QueryParam("sort") String sort,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    Resource resource = resources.require(name);
    StaffMember member = current.member();
    Condition wanted = Filter.visibleTo(member, resource, filter);
    Ordering order = Ordering.of(resource, sort);
    int size = Page.limit(limit);
    List<Record> page =
        rows.select(database.sql(), resource, wanted.and(order.after(cursor)))
            .orderBy(order.sort())
            .limit(size + 1)
            .fetch();
    boolean more = page.size() > size;
    var items = new ArrayList<Presented>();
    for (Record row : more ? page.subList(0, size) : page) {
      items.add(Presented.of(resource, rows.of(resource, row), false));
    }
    long total =
        cursor == null && !more ? items.size() : Rows.estimate(database.sql(), resource, wanted);
    return new RowPage(
        items, more ? order.cursor(page.get(size - 1)) : null, Math.max(total, items.size()));
  }

  @GET
  @Path("{resource}/{id}")
  public RestResponse<Presented> show(
      @PathParam("resource") String name, @PathParam("id") String id) {
    Resource resource = resources.require(name);
    Condition same = resource.access().requireVisible(current.member()).and(RowId.is(resource, id));
    Row row = rows.find(database.sql(), resource, same).orElseThrow(Problem::notFound);
    return answer(ResponseBuilder.ok(), resource, row);
  }

  @POST
  @Path("{resource}")
  @APIResponse(
      responseCode = "201",
      description = "The new row",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Presented.class)))
  public RestResponse<Presented> create(@PathParam("resource") String name, JsonNode body) {
    Resource resource = resources.require(name);
    Row row = writes.create(writer(), resource, body, null, Note.CREATED);
    return answer(
        ResponseBuilder.created(URI.create("/api/%s/%s".formatted(name, row.id()))), resource, row);
  }

  @PUT
  @Path("{resource}/{id}")
  public RestResponse<Presented> update(
      @PathParam("resource") String name,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String version,
      JsonNode body) {
    Resource resource = resources.require(name);
    int seen = RowVersion.of(version);
    return answer(
        ResponseBuilder.ok(),
        resource,
        writes.update(writer(), resource, id, seen, body, Note.UPDATED));
  }

  @DELETE
  @Path("{resource}/{id}")
  @APIResponse(responseCode = "204", description = "Deleted, with the rows within it")
  public void delete(
      @PathParam("resource") String name,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String version) {
    writes.delete(writer(), resources.require(name), id, RowVersion.of(version));
  }

  @GET
  @Path("{resource}/{id}/deletion")
  public Deletion deletion(@PathParam("resource") String name, @PathParam("id") String id) {
    Resource resource = resources.require(name);
    Condition same = resource.access().requireVisible(current.member()).and(RowId.is(resource, id));
    return Deletion.of(
        database.sql(),
        resources,
        resource,
        same,
        resource.access().isDeletableBy(current.member()));
  }

  private Writer writer() {
    return new Writer(current.member(), current.author());
  }

  private static RestResponse<Presented> answer(
      ResponseBuilder<Presented> answer, Resource resource, Row row) {
    if (row.version() != null) {
      answer.header(HttpHeaders.ETAG, RowVersion.tag(row.version()));
    }
    return answer.entity(Presented.of(resource, row, false)).build();
  }
}
