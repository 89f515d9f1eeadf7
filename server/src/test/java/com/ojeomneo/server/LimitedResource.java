package com.ojeomneo.server;

import com.ojeomneo.platform.security.Public;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Exists in the tests only: {@link TestStack} has a rule for each endpoint. */
@Path("/test")
@Produces(MediaType.APPLICATION_JSON)
@Public
@RunOnVirtualThread
class LimitedResource {
  @GET
  @Operation(hidden = true)
  @Path("/tested")
  public List<String> get() {
    return List.of();
  }

  @POST
  @Operation(hidden = true)
  @Path("/tested-address")
  public List<String> echo(List<String> texts) {
    return texts;
  }
}
