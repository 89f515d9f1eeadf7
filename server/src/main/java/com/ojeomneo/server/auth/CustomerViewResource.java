package com.ojeomneo.server.auth;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.AccessToken;
import com.ojeomneo.platform.security.AccessTokens;
import com.ojeomneo.platform.security.Public;
import com.ojeomneo.user.CustomerViews;
import com.ojeomneo.user.CustomerViews.CustomerView;
import com.ojeomneo.user.User;
import com.ojeomneo.user.UserProblem;
import com.ojeomneo.user.Users;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/**
 * Staff see the app as a customer does: what the back office has begun becomes a token that only
 * reads.
 */
@Path("/auth/views")
@Tag(name = "Auth")
@RunOnVirtualThread
class CustomerViewResource {
  private static final Logger LOG = Logger.getLogger(CustomerViewResource.class);

  private final CustomerViews views;
  private final Users users;
  private final AccessTokens tokens;
  private final Clock clock;

  CustomerViewResource(CustomerViews views, Users users, AccessTokens tokens, Clock clock) {
    this.views = views;
    this.users = users;
    this.tokens = tokens;
    this.clock = clock;
  }

  record TakeView(@NotBlank @Size(max = 100) String token) {
    @Override
    public String toString() {
      return "TakeView[]";
    }
  }

  /**
   * @param expiresIn seconds; there is no refresh token
   */
  record ViewOfCustomer(String accessToken, long expiresIn, User user) {
    @Override
    public String toString() {
      return "ViewOfCustomer[]";
    }
  }

  @POST
  @Public
  @Operation(
      summary = "For the back office: see what a customer sees",
      description = "The token reads and does nothing else (403 VIEW_ONLY), for 15 minutes.")
  @APIResponse(responseCode = "200", description = "A token that reads")
  @APIResponse(responseCode = "401", description = "VIEW_OVER")
  public ViewOfCustomer take(@NotNull @Valid TakeView command) {
    CustomerView view =
        views.take(command.token()).orElseThrow(() -> Problem.of(UserProblem.VIEW_OVER));
    User user = users.find(view.userId()).orElseThrow(() -> Problem.of(UserProblem.VIEW_OVER));
    LOG.infof("staff %s sees what customer %s sees", view.staffId(), user.id());
    var token =
        new AccessToken(
            user.id(),
            UuidCreator.getTimeOrderedEpoch(),
            UuidCreator.getTimeOrderedEpoch(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(AccessTokens.LIFETIME),
            view.staffId());
    return new ViewOfCustomer(tokens.issue(token), AccessTokens.LIFETIME.toSeconds(), user);
  }
}
