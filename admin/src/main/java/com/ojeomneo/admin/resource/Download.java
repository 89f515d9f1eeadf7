package com.ojeomneo.admin.resource;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;

/** An answer that is kept as a file, and by nobody on its way. */
public final class Download {
  private Download() {}

  /**
   * @param name of the file, without its end
   */
  public static ResponseBuilder of(
      String name, ExportFormat format, RoutingContext request, StreamingOutput content) {
    return Response.ok(
            (StreamingOutput) to -> content.write(new HeardStream(to, request.response())))
        .type(format.mediaType())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s.%s\"".formatted(name, format.suffix()));
  }
}
