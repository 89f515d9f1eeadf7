package com.ojeomneo.admin.resource;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.admin.resource.ImportPreview.ImportError;
import com.ojeomneo.admin.resource.ImportWrites.Task;
import com.ojeomneo.admin.resource.Writes.Writer;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Rows that come in a file: what is in it, what would come of it, and that done. */
@Path("/api/resources/{resource}/import")
@Consumes(MediaType.WILDCARD)
@RunOnVirtualThread
class ImportEndpoint {
  private static final int UUID_V7 = 7;

  private final Resources resources;
  private final ImportWrites writes;
  private final CurrentStaff current;
  private final ProgressLines lines;

  ImportEndpoint(
      Resources resources, ImportWrites writes, CurrentStaff current, ProgressLines lines) {
    this.resources = resources;
    this.writes = writes;
    this.current = current;
    this.lines = lines;
  }

  /**
   * What is in a file.
   *
   * @param encoding UTF-8, MS949 or UTF-16
   * @param rows with something in them, besides the first line
   * @param offered what columns of the file may be
   */
  record ImportContents(
      String encoding, int rows, List<ImportedColumn> columns, List<OfferedColumn> offered) {}

  /**
   * @param samples of the first rows
   * @param column what it seems to be, by its header
   */
  record ImportedColumn(String header, List<String> samples, @Nullable String column) {}

  record OfferedColumn(String name, Label label, boolean required) {}

  @POST
  @Path("contents")
  public ImportContents contents(
      @PathParam("resource") String name,
      @RequestBody(content = @Content(mediaType = "text/csv")) byte[] body) {
    Resource resource = require(name);
    ImportFile file = ImportFile.of(body);
    ImportColumns guessed = ImportColumns.guessed(resource, file.header());
    List<List<String>> samples = file.first(3);
    var columns = new ArrayList<ImportedColumn>();
    for (int i = 0; i < file.header().size(); i++) {
      int at = i;
      Column column = guessed.columns().get(i);
      columns.add(
          new ImportedColumn(
              file.header().get(i),
              samples.stream().map(row -> at < row.size() ? row.get(at) : "").toList(),
              column == null ? null : column.name()));
    }
    List<OfferedColumn> offered =
        ImportColumns.offered(resource).stream()
            .map(column -> new OfferedColumn(column.name(), column.label(), column.isRequired()))
            .toList();
    return new ImportContents(file.encoding(), file.rows(), columns, offered);
  }

  /**
   * @param columns of the resource, by commas: one for each column of the file, empty for those
   *     that are not read
   */
  @POST
  @Path("preview")
  public ImportPreview preview(
      @PathParam("resource") String name,
      @QueryParam("columns") @NotNull String columns,
      @RequestBody(content = @Content(mediaType = "text/csv")) byte[] body) {
    return writes.preview(
        task(name, columns, UuidCreator.getTimeOrderedEpoch(), "", body), error -> {});
  }

  /** Every cell that is wrong, as a table. */
  @POST
  @Path("errors")
  @APIResponse(
      responseCode = "200",
      description = "CSV, UTF-8 with a byte order mark",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  public Response errors(
      @PathParam("resource") String name,
      @QueryParam("columns") @NotNull String columns,
      @RequestBody(content = @Content(mediaType = "text/csv")) byte[] body)
      throws IOException {
    Task task = task(name, columns, UuidCreator.getTimeOrderedEpoch(), "", body);
    var table = new StringWriter();
    table.write('\uFEFF');
    try (CsvWriter csv = CsvWriter.builder().build(table)) {
      csv.writeRecord("행 Row", "열 Column", "값 Value", "이유", "Why");
      writes.preview(task, error -> csv.writeRecord(line(task, error)));
    }
    return Response.ok(table.toString(), "text/csv; charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static List<String> line(Task task, ImportError error) {
    String column =
        ImportColumns.offered(task.resource()).stream()
            .filter(known -> known.name().equals(error.column()))
            .findFirst()
            .map(known -> known.label().ko() + " " + known.label().en())
            .orElse("");
    return List.of(
        String.valueOf(error.row()),
        column,
        CsvTable.harmless(error.value()),
        error.why().ko(),
        error.why().en());
  }

  /**
   * @param id of the preview
   * @param seen of the preview: what it showed is what is done, or nothing
   * @param file how the file is called, for the history of the rows
   */
  @POST
  @APIResponse(
      responseCode = "200",
      description =
          "Lines of JSON: how far it is, and at the end what was done, or why nothing was. A"
              + " connection that ends earlier undoes it; the same again does nothing twice",
      content =
          @Content(
              mediaType = "application/x-ndjson",
              schema = @Schema(implementation = BulkProgress.class)))
  public Response run(
      @PathParam("resource") String name,
      @QueryParam("columns") @NotNull String columns,
      @QueryParam("id") @NotNull UUID id,
      @QueryParam("seen") @NotBlank String seen,
      @QueryParam("file") @NotNull @Size(max = 120) String file,
      @RequestBody(content = @Content(mediaType = "text/csv")) byte[] body,
      @Context RoutingContext request) {
    if (id.version() != UUID_V7) {
      throw Problem.invalid("id", "미리보기의 ID가 아니에요.", "Not the id of a preview.");
    }
    Task task = task(name, columns, id, file, body);
    return lines.of(request, progress -> writes.run(task, seen, progress));
  }

  private Task task(String name, String columns, UUID id, String file, byte[] body) {
    Resource resource = require(name);
    ImportFile read = ImportFile.of(body);
    return new Task(
        new Writer(current.member(), current.author()),
        resource,
        read,
        ImportColumns.of(resource, columns, read.header()),
        id,
        file.replaceAll("\\p{C}", ""));
  }

  /**
   * @throws Problem 404, or 403 for whom it takes no files
   */
  private Resource require(String name) {
    Resource resource = resources.require(name);
    if (!resource.access().isImportableBy(current.member())) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    return resource;
  }
}
