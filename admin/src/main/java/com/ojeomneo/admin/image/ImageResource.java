package com.ojeomneo.admin.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.admin.audit.AuditLog;
import com.ojeomneo.admin.audit.Author;
import com.ojeomneo.admin.audit.Deed;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.menu.Image;
import com.ojeomneo.menu.Images;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.IfNoneMatch;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Pictures of the catalogue: added, looked at, never changed. */
@Path("/api")
@RunOnVirtualThread
class ImageResource {
  /** Of whoever is signed in: not of a cache that others share. */
  private static final String FOR_EVER = "private, max-age=31536000, immutable";

  /** Samples are SVG: opened by itself one is a document. */
  private static final String INERT = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  private static final int PATIENCE_SECONDS = 10;

  /** The pixels of one fit into the heap; of all that arrive at once, they may not. */
  private final Semaphore turn = new Semaphore(1, true);

  private final Database database;
  private final CurrentStaff current;
  private final AuditLog audit;
  private final ObjectMapper json;
  private final Clock clock;

  ImageResource(
      Database database, CurrentStaff current, AuditLog audit, ObjectMapper json, Clock clock) {
    this.database = database;
    this.current = current;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param url what a row holds, and the app resolves against the address of the API
   */
  record Uploaded(String sha256, String url) {}

  /** The same picture again is the same one, and nothing is written. */
  @POST
  @Path("images")
  @Consumes(MediaType.WILDCARD)
  @APIResponse(
      responseCode = "201",
      description = "Kept; the same picture again is the same one",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Uploaded.class)))
  public RestResponse<Uploaded> add(
      @RequestBody(content = @Content(mediaType = "image/*")) byte[] file)
      throws InterruptedException {
    current.member().require(Permission.CATALOGUE);
    Image image = written(file);
    Author author = current.author();
    database.transact(
        tx -> {
          if (Images.add(tx, image, clock.instant())) {
            audit.record(tx, author, creation(image));
          }
        });
    URI here = URI.create("/api/images/" + image.sha256() + "/content");
    return ResponseBuilder.<Uploaded>created(here)
        .entity(new Uploaded(image.sha256(), Images.url(image.sha256())))
        .build();
  }

  private Image written(byte[] file) throws InterruptedException {
    if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw Problem.of(CommonProblem.UNAVAILABLE).retryAfter(PATIENCE_SECONDS);
    }
    try {
      return PictureWriter.write(PictureReader.read(file));
    } finally {
      turn.release();
    }
  }

  private Deed creation(Image image) {
    JsonNode after =
        json.createObjectNode()
            .put("mediaType", image.mediaType())
            .put("bytes", image.bytes().length);
    return new Deed(AuditAction.CREATE, "images", image.sha256(), null, after, null);
  }

  @GET
  @Path("images/{sha256}/content")
  @APIResponse(
      responseCode = "200",
      description = "The picture",
      content =
          @Content(
              mediaType = "image/*",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response content(@PathParam("sha256") String sha256, @Context RoutingContext request) {
    Image image = Images.find(database.sql(), sha256).orElseThrow(Problem::notFound);
    // Instead of the one for pages, which every answer has by now.
    request.response().putHeader("Content-Security-Policy", INERT);
    String tag = '"' + image.sha256() + '"';
    Response.ResponseBuilder answer =
        IfNoneMatch.holds(request.request(), tag)
            ? Response.notModified()
            : Response.ok(image.bytes(), image.mediaType());
    return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build();
  }
}
