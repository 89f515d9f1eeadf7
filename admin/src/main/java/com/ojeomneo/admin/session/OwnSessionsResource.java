package com.ojeomneo.admin.session;

import com.ojeomneo.admin.session.SessionList.OpenSessionList;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Where one is signed in oneself. */
@Path("/api/sessions")
@RunOnVirtualThread
class OwnSessionsResource {
  private final Database database;
  private final SessionList list;
  private final Sessions sessions;
  private final CurrentStaff current;

  OwnSessionsResource(
      Database database, SessionList list, Sessions sessions, CurrentStaff current) {
    this.database = database;
    this.list = list;
    this.sessions = sessions;
    this.current = current;
  }

  @GET
  public OpenSessionList mine() {
    return list.of(database.sql(), current.member().id(), current.session());
  }

  @DELETE
  @APIResponse(responseCode = "204", description = "Every session of theirs but this one has ended")
  public void endOthers() {
    database.transact(tx -> sessions.endOthers(tx, current.signedIn()));
  }

  @DELETE
  @Path("/{id}")
  @APIResponse(responseCode = "204", description = "Ended, within a second")
  public void end(@PathParam("id") String id) {
    UUID session = PathId.of(id);
    database.transact(
        tx -> {
          if (!list.end(tx, current.member().id(), session)) {
            throw Problem.notFound();
          }
        });
  }
}
