package com.ojeomneo.admin.session;

import com.ojeomneo.admin.session.SessionList.OpenSessionList;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Where somebody else is signed in: for whoever decides who works here. */
@Path("/api/staff/{id}/sessions")
@RunOnVirtualThread
class ColleagueSessionsResource {
  private final Database database;
  private final Colleagues colleagues;
  private final SessionList list;
  private final Sessions sessions;
  private final CurrentStaff current;

  ColleagueSessionsResource(
      Database database,
      Colleagues colleagues,
      SessionList list,
      Sessions sessions,
      CurrentStaff current) {
    this.database = database;
    this.colleagues = colleagues;
    this.list = list;
    this.sessions = sessions;
    this.current = current;
  }

  @GET
  public OpenSessionList theirs(@PathParam("id") String id) {
    return list.of(database.sql(), colleagues.require(id), current.session());
  }

  @DELETE
  @APIResponse(responseCode = "204", description = "All of theirs have ended, within a second")
  public void endAll(@PathParam("id") String id) {
    UUID staffId = colleagues.require(id);
    colleagues.act(staffId, AuditAction.SIGN_OUT, null, tx -> sessions.endAll(tx, staffId));
  }

  @DELETE
  @Path("/{session}")
  @APIResponse(responseCode = "204", description = "Ended, within a second")
  public void end(@PathParam("id") String id, @PathParam("session") String session) {
    UUID staffId = colleagues.require(id);
    UUID sessionId = PathId.of(session);
    colleagues.act(
        staffId,
        AuditAction.SIGN_OUT,
        null,
        tx -> {
          if (!list.end(tx, staffId, sessionId)) {
            throw Problem.notFound();
          }
        });
  }
}
