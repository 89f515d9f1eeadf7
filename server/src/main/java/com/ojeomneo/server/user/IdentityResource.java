package com.ojeomneo.server.user;

import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.CurrentUser;
import com.ojeomneo.social.Provider;
import com.ojeomneo.social.SocialToken;
import com.ojeomneo.user.Identities;
import com.ojeomneo.user.Identity;
import com.ojeomneo.user.SocialLogin;
import com.ojeomneo.user.User;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/users/me/identities")
@Tag(name = "Users")
@RunOnVirtualThread
class IdentityResource {
  private final Identities identities;
  private final SocialLogin login;
  private final CurrentUser currentUser;

  IdentityResource(Identities identities, SocialLogin login, CurrentUser currentUser) {
    this.identities = identities;
    this.login = login;
    this.currentUser = currentUser;
  }

  /**
   * @param provider {@code kakao}, {@code google} or {@code apple}
   */
  record LinkedIdentity(String provider, Instant linkedAt) {
    private static LinkedIdentity of(Identity identity) {
      return new LinkedIdentity(identity.provider().path(), identity.linkedAt());
    }
  }

  record LinkedIdentities(List<LinkedIdentity> items) {}

  @GET
  @Operation(summary = "Where else I can log in")
  @APIResponse(responseCode = "200", description = "One of each provider at most")
  public LinkedIdentities list() {
    return new LinkedIdentities(
        identities.of(currentUser.id()).stream().map(LinkedIdentity::of).toList());
  }

  @POST
  @Path("/{provider}")
  @Operation(
      summary = "Log in there, too, from now on",
      description =
          "A guest gets an account by it: the same person with the same tokens and orders.")
  @APIResponse(responseCode = "200", description = "The account as it is now")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED")
  @APIResponse(responseCode = "401", description = "SOCIAL_LOGIN_FAILED")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: no provider that is set up here")
  @APIResponse(responseCode = "409", description = "IDENTITY_TAKEN, EMAIL_TAKEN")
  @APIResponse(responseCode = "503", description = "PROVIDER_AWAY")
  public User link(@PathParam("provider") String provider, @NotNull @Valid SocialToken token) {
    return login.link(currentUser.id(), provider(provider), token);
  }

  @DELETE
  @Path("/{provider}")
  @Operation(summary = "Log in there no more", description = "The provider is told.")
  @APIResponse(responseCode = "204", description = "It leads here no more")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: no provider that there is")
  @APIResponse(responseCode = "409", description = "LAST_WAY_IN")
  public void unlink(@PathParam("provider") String provider) {
    login.unlink(currentUser.id(), provider(provider));
  }

  private static Provider provider(String path) {
    return Provider.of(path).orElseThrow(Problem::notFound);
  }
}
