package com.ojeomneo.admin.session;

import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * For somebody who has lost both their phone and their recovery codes; with one's own it takes the
 * password.
 */
@Path("/api/staff/{id}/second-factor")
@RunOnVirtualThread
class ColleagueFactorResource {
  private final Colleagues colleagues;
  private final SecondFactor secondFactor;
  private final Sessions sessions;
  private final CurrentStaff current;

  ColleagueFactorResource(
      Colleagues colleagues, SecondFactor secondFactor, Sessions sessions, CurrentStaff current) {
    this.colleagues = colleagues;
    this.secondFactor = secondFactor;
    this.sessions = sessions;
    this.current = current;
  }

  record LostFactor(@NotBlank @Size(max = 200) String reason) {}

  @POST
  @Path("/end")
  @APIResponse(
      responseCode = "204",
      description = "They sign in with their password and begin anew")
  public void end(@PathParam("id") String id, @NotNull @Valid LostFactor command) {
    UUID staffId = colleagues.require(id);
    if (staffId.equals(current.member().id())) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    colleagues.act(
        staffId,
        AuditAction.SECOND_FACTOR,
        command.reason().strip(),
        tx -> {
          secondFactor.turnOff(tx, staffId);
          sessions.endAll(tx, staffId);
        });
  }
}
