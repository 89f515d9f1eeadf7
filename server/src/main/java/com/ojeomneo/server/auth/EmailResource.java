package com.ojeomneo.server.auth;

import com.ojeomneo.platform.http.Languages;
import com.ojeomneo.platform.ratelimit.SubjectLimits;
import com.ojeomneo.platform.security.Public;
import com.ojeomneo.user.AskForCode;
import com.ojeomneo.user.EmailVerification;
import com.ojeomneo.user.VerifyEmail;
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

/** Proves that an account's address is its holder's, by a code that is mailed there. */
@Path("/auth/email")
@Public
@Tag(name = "Auth")
@RunOnVirtualThread
class EmailResource {
  private final EmailVerification verification;
  private final SubjectLimits limits;

  EmailResource(EmailVerification verification, SubjectLimits limits) {
    this.verification = verification;
    this.limits = limits;
  }

  @POST
  @Path("/code")
  @ResponseStatus(202)
  @Operation(
      summary = "Mail me a code for my address",
      description =
          "Nobody learns here whether an address has an account. A code is mailed to one that has"
              + " an account and is not verified yet, at most one a minute; it is good for ten"
              + " minutes and takes the place of the one before.")
  @APIResponse(responseCode = "202", description = "As for every address")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED")
  @APIResponse(responseCode = "429", description = "TOO_MANY_REQUESTS for this account or address")
  public void ask(@NotNull @Valid AskForCode command, @Context RoutingContext request) {
    limits.count("codes-account", command.email().toLowerCase(Locale.ROOT), request);
    verification.ask(command, Languages.of(request));
  }

  @POST
  @Path("/verify")
  @Operation(
      summary = "Verify my address with the code from the mail",
      description = "A code is used up by five tries, or by the one that was right.")
  @APIResponse(responseCode = "204", description = "Verified")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED")
  @APIResponse(responseCode = "401", description = "CODE_INVALID: wrong, used or too old")
  @APIResponse(responseCode = "429", description = "TOO_MANY_REQUESTS for this account or address")
  public void verify(@NotNull @Valid VerifyEmail command, @Context RoutingContext request) {
    limits.count("sign-in-account", command.email().toLowerCase(Locale.ROOT), request);
    verification.verify(command);
  }
}
