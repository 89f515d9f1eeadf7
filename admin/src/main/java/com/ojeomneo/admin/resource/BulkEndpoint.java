package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.resource.BulkWrites.Task;
import com.ojeomneo.admin.resource.Writes.Writer;
import com.ojeomneo.admin.session.CurrentStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The same done to many rows: first looked at, then done. */
@Path("/api/resources/{resource}/bulk")
@RunOnVirtualThread
class BulkEndpoint {
  private final Resources resources;
  private final BulkWrites writes;
  private final CurrentStaff current;
  private final ProgressLines lines;

  BulkEndpoint(Resources resources, BulkWrites writes, CurrentStaff current, ProgressLines lines) {
    this.resources = resources;
    this.writes = writes;
    this.current = current;
    this.lines = lines;
  }

  /**
   * @param seen of the preview: what it showed is what is done, or nothing
   */
  record BulkRun(@NotNull @Valid Bulk bulk, @NotBlank String seen) {}

  @POST
  @Path("preview")
  public BulkPreview preview(@PathParam("resource") String name, @NotNull @Valid Bulk bulk) {
    return writes.preview(Task.of(writer(), resources.require(name), bulk));
  }

  @POST
  @APIResponse(
      responseCode = "200",
      description =
          "Lines of JSON: how far it is, and at the end what was done, or why nothing was. A"
              + " connection that ends earlier undoes it",
      content =
          @Content(
              mediaType = "application/x-ndjson",
              schema = @Schema(implementation = BulkProgress.class)))
  public Response run(
      @PathParam("resource") String name,
      @NotNull @Valid BulkRun command,
      @Context RoutingContext request) {
    Task task = Task.of(writer(), resources.require(name), command.bulk());
    return lines.of(request, progress -> writes.run(task, command.seen(), progress));
  }

  private Writer writer() {
    return new Writer(current.member(), current.author());
  }
}
