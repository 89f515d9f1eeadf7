package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.admin.resource.BulkWrites.Task;
import com.ojeomneo.admin.resource.Writes.Writer;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.problem.ProblemAnswers;
import com.ojeomneo.platform.problem.ProblemBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The same done to many rows: first looked at, then done. */
@Path("/api/resources/{resource}/bulk")
@RunOnVirtualThread
class BulkEndpoint {
  private static final Logger LOG = Logger.getLogger(BulkEndpoint.class);

  /** Often enough for a bar, and for noticing that nobody listens any more. */
  private static final int STEP = 50;

  private final Resources resources;
  private final BulkWrites writes;
  private final CurrentStaff current;
  private final ProblemAnswers answers;
  private final ObjectMapper json;

  BulkEndpoint(
      Resources resources,
      BulkWrites writes,
      CurrentStaff current,
      ProblemAnswers answers,
      ObjectMapper json) {
    this.resources = resources;
    this.writes = writes;
    this.current = current;
    this.answers = answers;
    this.json = json;
  }

  /**
   * @param seen of the preview: what it showed is what is done, or nothing
   */
  record BulkRun(@NotNull @Valid Bulk bulk, @NotBlank String seen) {}

  /**
   * A line of the answer.
   *
   * @param changed once all is done
   * @param code why nothing is done
   */
  record BulkProgress(
      int done,
      int of,
      @Nullable Integer changed,
      @Nullable String code,
      @Nullable String message) {}

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
    return Response.ok((StreamingOutput) to -> run(task, command.seen(), to, request))
        .type("application/x-ndjson")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Accel-Buffering", "no")
        .build();
  }

  private void run(Task task, String seen, OutputStream to, RoutingContext request)
      throws IOException {
    tell(to, new BulkProgress(0, 0, null, null, null));
    try {
      int changed =
          writes.run(
              task,
              seen,
              (done, of) -> {
                if (done % STEP == 0 || done == of) {
                  tellOrUndo(to, new BulkProgress(done, of, null, null, null));
                }
              });
      tell(to, new BulkProgress(changed, changed, changed, null, null));
    } catch (Problem refusal) {
      refuse(to, refusal, request);
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    } catch (RuntimeException fault) {
      LOG.error("many rows could not be changed", fault);
      refuse(to, Problem.of(CommonProblem.INTERNAL), request);
    }
  }

  private void refuse(OutputStream to, Problem refusal, RoutingContext request) throws IOException {
    ProblemBody body = answers.body(refusal, request);
    tell(to, new BulkProgress(0, 0, null, body.code(), body.detail()));
  }

  private void tellOrUndo(OutputStream to, BulkProgress line) {
    try {
      tell(to, line);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void tell(OutputStream to, BulkProgress line) throws IOException {
    to.write(json.writeValueAsBytes(line));
    to.write('\n');
    to.flush();
  }

  private Writer writer() {
    return new Writer(current.member(), current.author());
  }
}
