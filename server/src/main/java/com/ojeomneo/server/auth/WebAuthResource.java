package com.ojeomneo.server.auth;

import com.ojeomneo.platform.idempotency.IdempotentRequests;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.ratelimit.SubjectLimits;
import com.ojeomneo.platform.security.Public;
import com.ojeomneo.social.SocialToken;
import com.ojeomneo.user.EnterAsGuest;
import com.ojeomneo.user.LogIn;
import com.ojeomneo.user.Login;
import com.ojeomneo.user.Registration;
import com.ojeomneo.user.Sessions;
import com.ojeomneo.user.SignUp;
import com.ojeomneo.user.SocialLogin;
import com.ojeomneo.user.TokenRotation;
import com.ojeomneo.user.Tokens;
import com.ojeomneo.user.UserProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** {@link AuthResource} for pages: what outlives the page is a cookie, and no script reads it. */
@Path("/auth/web")
@Public
@OwnPagesOnly
@Tag(name = "Auth")
@RunOnVirtualThread
class WebAuthResource {
  private final Registration registration;
  private final Login login;
  private final SocialLogin social;
  private final TokenRotation rotation;
  private final Sessions sessions;
  private final SubjectLimits limits;
  private final RefreshCookie cookie;

  WebAuthResource(
      Registration registration,
      Login login,
      SocialLogin social,
      TokenRotation rotation,
      Sessions sessions,
      SubjectLimits limits,
      RefreshCookie cookie) {
    this.registration = registration;
    this.login = login;
    this.social = social;
    this.rotation = rotation;
    this.sessions = sessions;
    this.limits = limits;
    this.cookie = cookie;
  }

  @POST
  @Path("/signup")
  @ResponseStatus(201)
  @Operation(summary = "Open an account, in a browser")
  @APIResponse(
      responseCode = "201",
      description = "Logged in to the new account; the refresh token is in the cookie",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = WebSession.class)))
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED, PASSWORD_TOO_COMMON")
  @APIResponse(responseCode = "403", description = "ORIGIN_REFUSED")
  @APIResponse(responseCode = "409", description = "EMAIL_TAKEN")
  @APIResponse(responseCode = "429", description = "TOO_MANY_REQUESTS")
  public WebSession signUp(@NotNull @Valid SignUp command, @Context RoutingContext request) {
    return begin(registration.signUp(command), request);
  }

  @POST
  @Path("/login")
  @Operation(summary = "Log in with e-mail address and password, in a browser")
  @APIResponse(responseCode = "200", description = "Logged in; the refresh token is in the cookie")
  @APIResponse(responseCode = "401", description = "LOGIN_FAILED")
  @APIResponse(responseCode = "403", description = "ORIGIN_REFUSED")
  @APIResponse(responseCode = "429", description = "TOO_MANY_REQUESTS for this account or address")
  public WebSession logIn(@NotNull @Valid LogIn command, @Context RoutingContext request) {
    limits.count("sign-in-account", command.email().toLowerCase(Locale.ROOT), request);
    return begin(login.logIn(command), request);
  }

  @POST
  @Path("/guest")
  @ResponseStatus(201)
  @Operation(
      summary = "Begin as a guest, in a browser",
      description = "Always a new one: deviceId is a label.")
  @APIResponse(
      responseCode = "201",
      description = "Logged in as a new guest; the refresh token is in the cookie",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = WebSession.class)))
  @APIResponse(responseCode = "403", description = "ORIGIN_REFUSED")
  public WebSession enterAsGuest(
      @NotNull @Valid EnterAsGuest command, @Context RoutingContext request) {
    return begin(registration.enter(command), request);
  }

  @POST
  @Path("/social/{provider}")
  @Operation(
      summary = "Log in with what a provider gave, in a browser",
      description = "As /auth/social/{provider}.")
  @APIResponse(responseCode = "200", description = "Logged in; the refresh token is in the cookie")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED")
  @APIResponse(responseCode = "401", description = "SOCIAL_LOGIN_FAILED")
  @APIResponse(responseCode = "403", description = "ORIGIN_REFUSED")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: no provider that is set up here")
  @APIResponse(responseCode = "503", description = "PROVIDER_AWAY")
  public WebSession logInElsewhere(
      @PathParam("provider") String provider,
      @NotNull @Valid SocialToken token,
      @Context RoutingContext request) {
    return begin(social.logIn(SocialResource.provider(provider), token), request);
  }

  @POST
  @Path("/refresh")
  @Operation(
      summary = "Exchange the cookie for an access token and the next cookie",
      description =
          "A spent cookie ends its session, unless the very request is repeated with its"
              + " Idempotency-Key within 60 seconds, before the next cookie was used.")
  @APIResponse(responseCode = "200", description = "The next access token, and the next cookie")
  @APIResponse(
      responseCode = "401",
      description = "REFRESH_TOKEN_INVALID, REFRESH_TOKEN_REUSED; the cookie is removed")
  @APIResponse(responseCode = "403", description = "ORIGIN_REFUSED")
  public WebSession refresh(
      @HeaderParam(IdempotentRequests.HEADER) String key,
      @CookieParam(RefreshCookie.SECURE_NAME) String secure,
      @CookieParam(RefreshCookie.NAME) String plain,
      @Context RoutingContext request) {
    IdempotentRequests.requireWellFormed(key);
    String refreshToken = cookie.of(secure, plain);
    try {
      return begin(rotation.renew(refreshToken == null ? "" : refreshToken, key), request);
    } catch (Problem refusal) {
      if (refusal.code() instanceof UserProblem) {
        cookie.remove(request);
      }
      throw refusal;
    }
  }

  @POST
  @Path("/logout")
  @Operation(summary = "Log out of the session that the cookie names")
  @APIResponse(responseCode = "204", description = "There is no such session any more, nor cookie")
  @APIResponse(responseCode = "403", description = "ORIGIN_REFUSED")
  public void logOut(
      @CookieParam(RefreshCookie.SECURE_NAME) String secure,
      @CookieParam(RefreshCookie.NAME) String plain,
      @Context RoutingContext request) {
    String refreshToken = cookie.of(secure, plain);
    if (refreshToken != null) {
      sessions.endOf(refreshToken);
    }
    cookie.remove(request);
  }

  private WebSession begin(Tokens tokens, RoutingContext request) {
    cookie.keep(tokens.refreshToken(), request);
    return WebSession.of(tokens);
  }
}
