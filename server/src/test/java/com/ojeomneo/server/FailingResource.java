package com.ojeomneo.server;

import com.ojeomneo.platform.security.Public;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Exists in the tests only: what no real endpoint should do, and every type a body may have. */
@Path("/test")
@Produces(MediaType.APPLICATION_JSON)
@Public
@RunOnVirtualThread
class FailingResource {
  record Everything(
      String text, int number, boolean flag, Instant time, List<String> texts, UUID id, Day day) {}

  enum Day {
    MON
  }

  @GET
  @Operation(hidden = true)
  @Path("/fault")
  public String fault() {
    throw new IllegalStateException("the secret of the house");
  }

  @POST
  @Operation(hidden = true)
  @Path("/everything")
  public Everything echo(Everything everything) {
    return everything;
  }
}
