package com.ojeomneo.admin.password;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.platform.http.Languages;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.ratelimit.SubjectLimits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Another link for somebody who was invited and has not come. */
@Path("/api/staff/{id}/invitation")
@RunOnVirtualThread
class RepeatedInvitationResource {
  private final Invitations invitations;
  private final LinkMail mail;
  private final CurrentStaff current;
  private final SubjectLimits limits;

  RepeatedInvitationResource(
      Invitations invitations, LinkMail mail, CurrentStaff current, SubjectLimits limits) {
    this.invitations = invitations;
    this.mail = mail;
    this.current = current;
    this.limits = limits;
  }

  @POST
  @APIResponse(responseCode = "204", description = "They are mailed another link")
  public void again(@PathParam("id") String id, @Context RoutingContext request) {
    current.member().require(Permission.STAFF);
    mail.requireServer();
    UUID staffId = PathId.of(id);
    String email = invitations.waiting(staffId);
    limits.count("staff-links", email.toLowerCase(Locale.ROOT), request);
    invitations.again(current.author(), staffId, email, Languages.of(request));
  }
}
