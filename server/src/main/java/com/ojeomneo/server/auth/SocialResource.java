package com.ojeomneo.server.auth;

import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.Public;
import com.ojeomneo.social.Client;
import com.ojeomneo.social.Provider;
import com.ojeomneo.social.SocialProviders;
import com.ojeomneo.social.SocialToken;
import com.ojeomneo.user.LoginNonces;
import com.ojeomneo.user.SocialLogin;
import com.ojeomneo.user.Tokens;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Logging in where somebody has an account already: at Kakao, Google or Apple. */
@Path("/auth/social")
@Public
@Tag(name = "Auth")
@RunOnVirtualThread
class SocialResource {
  private final SocialProviders providers;
  private final LoginNonces nonces;
  private final SocialLogin login;

  SocialResource(SocialProviders providers, LoginNonces nonces, SocialLogin login) {
    this.providers = providers;
    this.nonces = nonces;
    this.login = login;
  }

  /**
   * @param expiresIn seconds
   */
  record Nonce(String nonce, long expiresIn) {}

  /**
   * @param provider {@code kakao}, {@code google} or {@code apple}
   * @param authorizeUrl where a browser goes, with what RFC 6749, 4.1.1 names
   * @param redirectUri where it comes back to our pages; apps add {@code /app}
   */
  record SocialClient(
      String provider, String clientId, String authorizeUrl, String redirectUri, String scope) {
    private static SocialClient of(Client client, String redirectUri) {
      return new SocialClient(
          client.provider().path(),
          client.id(),
          client.addresses().authorize().toString(),
          redirectUri,
          scope(client.provider()));
    }

    /** Apple posts its answer to who asks for a name or an address, and our pages take no post. */
    private static String scope(Provider provider) {
      return switch (provider) {
        case KAKAO -> "openid profile_nickname";
        case GOOGLE -> "openid email profile";
        case APPLE -> "openid";
      };
    }
  }

  record SocialClients(List<SocialClient> items) {}

  @GET
  @Operation(summary = "Where one can log in, and as which client of theirs")
  @APIResponse(responseCode = "200", description = "Empty where no provider is set up")
  public SocialClients clients() {
    return new SocialClients(
        providers.clients().stream()
            .map(client -> SocialClient.of(client, providers.returnAddress(client.provider())))
            .toList());
  }

  @POST
  @Path("/nonce")
  @Operation(
      summary = "Begin a log-in at a provider",
      description =
          "The nonce belongs into the request to the provider (for Apple's apps its SHA-256, in"
              + " hex), and then into the log-in. It is good once.")
  @APIResponse(responseCode = "200", description = "The nonce")
  public Nonce nonce() {
    return new Nonce(nonces.issue(), LoginNonces.GOOD_FOR.toSeconds());
  }

  @POST
  @Path("/{provider}")
  @Operation(
      summary = "Log in with what a provider gave",
      description =
          "To the account that it was linked to; else to the one whose e-mail address the provider"
              + " answers for; else to a new one.")
  @APIResponse(responseCode = "200", description = "Logged in")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED")
  @APIResponse(responseCode = "401", description = "SOCIAL_LOGIN_FAILED")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: no provider that is set up here")
  @APIResponse(responseCode = "503", description = "PROVIDER_AWAY")
  public Tokens logIn(@PathParam("provider") String provider, @NotNull @Valid SocialToken token) {
    return login.logIn(provider(provider), token);
  }

  static Provider provider(String path) {
    return Provider.of(path).orElseThrow(Problem::notFound);
  }
}
