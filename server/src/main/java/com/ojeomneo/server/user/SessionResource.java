package com.ojeomneo.server.user;

import com.ojeomneo.platform.http.Page;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.security.CurrentUser;
import com.ojeomneo.user.Sessions;
import com.ojeomneo.user.UserSession;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/users/me/sessions")
@Tag(name = "Users")
@RunOnVirtualThread
class SessionResource {
  private final Sessions sessions;
  private final CurrentUser currentUser;

  SessionResource(Sessions sessions, CurrentUser currentUser) {
    this.sessions = sessions;
    this.currentUser = currentUser;
  }

  @GET
  @Operation(summary = "Where I am logged in, the last used first")
  @APIResponseSchema(
      value = SessionPage.class,
      responseCode = "200",
      responseDescription = "The newest hundred, on one page")
  public Page<UserSession> list() {
    return new Page<>(sessions.of(currentUser.id(), currentUser.token().sid()), null);
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Log out one of my devices")
  @APIResponse(responseCode = "204", description = "Its tokens are refused from now on")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: not mine, or ended")
  public void end(@PathParam("id") String id) {
    sessions.end(currentUser.id(), PathId.of(id));
  }

  /** {@code Page<UserSession>}, spelled out for the OpenAPI document. */
  record SessionPage(List<UserSession> items, String nextCursor) {}
}
