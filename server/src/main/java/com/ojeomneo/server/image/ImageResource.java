package com.ojeomneo.server.image;

import com.ojeomneo.menu.Image;
import com.ojeomneo.menu.Images;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.IfNoneMatch;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.Public;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/images")
@Public
@RunOnVirtualThread
@Tag(name = "Menus")
class ImageResource {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  /** An SVG opened by itself is a document: it may show its own colours and nothing else. */
  private static final String INERT = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  private final Database database;

  ImageResource(Database database) {
    this.database = database;
  }

  @GET
  @Path("/{sha256}")
  @Operation(summary = "A picture; what its address names never changes")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = "image/*",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response one(@PathParam("sha256") String sha256, @Context RoutingContext request) {
    Image image = Images.find(database.sql(), sha256).orElseThrow(Problem::notFound);
    String tag = '"' + image.sha256() + '"';
    Response.ResponseBuilder answer =
        IfNoneMatch.holds(request.request(), tag)
            ? Response.notModified()
            : Response.ok(image.bytes(), image.mediaType());
    return answer
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
        .header("Content-Security-Policy", INERT)
        .build();
  }
}
