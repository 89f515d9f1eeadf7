package com.ojeomneo.server.auth;

import com.ojeomneo.platform.idempotency.IdempotentRequests;
import com.ojeomneo.platform.ratelimit.SubjectLimits;
import com.ojeomneo.platform.security.CurrentUser;
import com.ojeomneo.platform.security.Public;
import com.ojeomneo.user.EnterAsGuest;
import com.ojeomneo.user.LogIn;
import com.ojeomneo.user.Login;
import com.ojeomneo.user.Registration;
import com.ojeomneo.user.RenewTokens;
import com.ojeomneo.user.Sessions;
import com.ojeomneo.user.SignUp;
import com.ojeomneo.user.TokenRotation;
import com.ojeomneo.user.Tokens;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/auth")
@Tag(name = "Auth")
@RunOnVirtualThread
class AuthResource {
  private final Registration registration;
  private final Login login;
  private final TokenRotation rotation;
  private final Sessions sessions;
  private final CurrentUser currentUser;
  private final SubjectLimits limits;

  AuthResource(
      Registration registration,
      Login login,
      TokenRotation rotation,
      Sessions sessions,
      CurrentUser currentUser,
      SubjectLimits limits) {
    this.registration = registration;
    this.login = login;
    this.rotation = rotation;
    this.sessions = sessions;
    this.currentUser = currentUser;
    this.limits = limits;
  }

  @POST
  @Path("/signup")
  @Public
  @ResponseStatus(201)
  @Operation(summary = "Open an account")
  @APIResponse(
      responseCode = "201",
      description = "Logged in to the new account",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Tokens.class)))
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED, PASSWORD_TOO_COMMON")
  @APIResponse(responseCode = "409", description = "EMAIL_TAKEN")
  public Tokens signUp(@NotNull @Valid SignUp command) {
    return registration.signUp(command);
  }

  @POST
  @Path("/login")
  @Public
  @Operation(summary = "Log in with e-mail address and password")
  @APIResponse(responseCode = "200", description = "Logged in")
  @APIResponse(responseCode = "401", description = "LOGIN_FAILED")
  @APIResponse(responseCode = "429", description = "TOO_MANY_REQUESTS for this account or address")
  public Tokens logIn(@NotNull @Valid LogIn command, RoutingContext request) {
    limits.count("sign-in-account", command.email().toLowerCase(Locale.ROOT), request);
    return login.logIn(command);
  }

  @POST
  @Path("/guest")
  @Public
  @ResponseStatus(201)
  @Operation(summary = "Begin as a guest", description = "Always a new one: deviceId is a label.")
  @APIResponse(
      responseCode = "201",
      description = "Logged in as a new guest",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Tokens.class)))
  public Tokens enterAsGuest(@NotNull @Valid EnterAsGuest command) {
    return registration.enter(command);
  }

  @POST
  @Path("/refresh")
  @Public
  @Operation(
      summary = "Exchange a refresh token for the next pair of tokens",
      description =
          "A spent token ends its session, unless the very request is repeated with its"
              + " Idempotency-Key within 60 seconds, before the new tokens were used to refresh.")
  @APIResponse(responseCode = "200", description = "The next pair")
  @APIResponse(responseCode = "401", description = "REFRESH_TOKEN_INVALID, REFRESH_TOKEN_REUSED")
  public Tokens refresh(
      @HeaderParam(IdempotentRequests.HEADER) String key, @NotNull @Valid RenewTokens command) {
    IdempotentRequests.requireWellFormed(key);
    return rotation.renew(command.refreshToken(), key);
  }

  @POST
  @Path("/logout")
  @Operation(summary = "Log out of this session")
  @APIResponse(responseCode = "204", description = "Its tokens are refused from now on")
  public void logOut() {
    sessions.end(currentUser.token().sid());
  }

  @POST
  @Path("/logout-all")
  @Operation(summary = "Log out of every session")
  @APIResponse(responseCode = "204", description = "All tokens are refused from now on")
  public void logOutEverywhere() {
    sessions.endAll(currentUser.id());
  }
}
