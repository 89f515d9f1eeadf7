package com.ojeomneo.server.auth;

import com.ojeomneo.platform.http.Languages;
import com.ojeomneo.platform.ratelimit.SubjectLimits;
import com.ojeomneo.platform.security.Public;
import com.ojeomneo.user.AskForCode;
import com.ojeomneo.user.PasswordReset;
import com.ojeomneo.user.ResetPassword;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A new password for who has forgotten theirs, by a code that is mailed to their address. */
@Path("/auth/password")
@Public
@Tag(name = "Auth")
@RunOnVirtualThread
class PasswordResource {
  private final PasswordReset reset;
  private final SubjectLimits limits;

  PasswordResource(PasswordReset reset, SubjectLimits limits) {
    this.reset = reset;
    this.limits = limits;
  }

  @POST
  @Path("/reset")
  @ResponseStatus(202)
  @Operation(
      summary = "Mail me a code for a new password",
      description =
          "Nobody learns here whether an address has an account. A code is mailed to one that has,"
              + " at most one a minute; it is good for ten minutes and takes the place of the one"
              + " before.")
  @APIResponse(responseCode = "202", description = "As for every address")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED")
  @APIResponse(responseCode = "429", description = "TOO_MANY_REQUESTS for this account or address")
  public void ask(@NotNull @Valid AskForCode command, @Context RoutingContext request) {
    limits.count("codes-account", command.email().toLowerCase(Locale.ROOT), request);
    reset.ask(command, Languages.of(request));
  }

  @POST
  @Path("/confirm")
  @Operation(
      summary = "Set a new password with the code from the mail",
      description =
          "Ends every session: log in with the new password. A code is used up by five tries, or by"
              + " the one that was right.")
  @APIResponse(responseCode = "204", description = "The password is the new one")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED, PASSWORD_TOO_COMMON")
  @APIResponse(responseCode = "401", description = "CODE_INVALID: wrong, used or too old")
  @APIResponse(responseCode = "429", description = "TOO_MANY_REQUESTS for this account or address")
  public void confirm(@NotNull @Valid ResetPassword command, @Context RoutingContext request) {
    limits.count("sign-in-account", command.email().toLowerCase(Locale.ROOT), request);
    reset.confirm(command);
  }
}
