package com.ojeomneo.admin.session;

import com.ojeomneo.admin.session.Sessions.Opened;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.platform.http.ClientAddress;
import com.ojeomneo.platform.ratelimit.SubjectLimits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Signing in and out of this browser. */
@Path("/api/session")
@RunOnVirtualThread
class SessionResource {
  private final SigningIn signingIn;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final CurrentStaff current;
  private final SubjectLimits limits;
  private final ClientAddress addresses;

  SessionResource(
      SigningIn signingIn,
      Sessions sessions,
      SessionCookie cookie,
      CurrentStaff current,
      SubjectLimits limits,
      ClientAddress addresses) {
    this.signingIn = signingIn;
    this.sessions = sessions;
    this.cookie = cookie;
    this.current = current;
    this.limits = limits;
    this.addresses = addresses;
  }

  /** Who is signed in, what they may do, and what their writes must bring along. */
  @Schema(name = "Session")
  record SessionView(StaffMember staff, Set<Permission> permissions, String csrfToken) {
    static SessionView of(StaffSession session) {
      return new SessionView(session.member(), session.member().permissions(), session.csrfToken());
    }
  }

  @POST
  @APIResponse(responseCode = "200", description = "Signed in; the session is the cookie")
  public RestResponse<SessionView> signIn(
      @NotNull @Valid SignIn wish,
      @HeaderParam(HttpHeaders.USER_AGENT) @Parameter(hidden = true) String userAgent,
      @Context RoutingContext request) {
    limits.count("sign-in-account", wish.email().strip().toLowerCase(Locale.ROOT), request);
    Opened opened = signingIn.signIn(wish, addresses.of(request), userAgent);
    return ResponseBuilder.ok(SessionView.of(opened.session()))
        .cookie(cookie.holding(opened.cookie()))
        .build();
  }

  @GET
  @APIResponse(responseCode = "200", description = "Who is signed in")
  public RestResponse<SessionView> show(@Context RoutingContext request) {
    return ResponseBuilder.ok(SessionView.of(current.session()))
        .cookie(cookie.holding(cookie.of(request).orElseThrow()))
        .build();
  }

  @DELETE
  @APIResponse(responseCode = "204", description = "Signed out")
  public Response signOut() {
    sessions.end(current.session());
    return Response.noContent().cookie(cookie.removed()).build();
  }
}
