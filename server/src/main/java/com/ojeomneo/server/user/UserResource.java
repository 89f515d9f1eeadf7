package com.ojeomneo.server.user;

import com.ojeomneo.platform.http.IfMatch;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.CurrentUser;
import com.ojeomneo.user.AccountClosure;
import com.ojeomneo.user.Registration;
import com.ojeomneo.user.Rename;
import com.ojeomneo.user.SignUp;
import com.ojeomneo.user.User;
import com.ojeomneo.user.UserVersion;
import com.ojeomneo.user.Users;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/users/me")
@Tag(name = "Users")
@RunOnVirtualThread
class UserResource {
  private final Users users;
  private final Registration registration;
  private final AccountClosure closure;
  private final CurrentUser currentUser;

  UserResource(
      Users users, Registration registration, AccountClosure closure, CurrentUser currentUser) {
    this.users = users;
    this.registration = registration;
    this.closure = closure;
    this.currentUser = currentUser;
  }

  @GET
  @Operation(
      summary = "Who I am",
      description = "With an ETag, for whoever means to change what they have seen.")
  @APIResponse(responseCode = "200", description = "The account; a guest has no e-mail address")
  public RestResponse<User> me() {
    return answer(current());
  }

  @PATCH
  @Operation(
      summary = "Change how I am called",
      description = "With If-Match nothing is changed that was changed elsewhere meanwhile.")
  @APIResponse(responseCode = "200", description = "The account as it is now")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED")
  @APIResponse(responseCode = "412", description = "EDITED_MEANWHILE")
  public RestResponse<User> rename(
      @HeaderParam(HttpHeaders.IF_MATCH) String version, @NotNull @Valid Rename command) {
    UserVersion now = current();
    IfMatch.require(version, now.version());
    if (command.displayName() == null) {
      return answer(now);
    }
    Optional<UserVersion> renamed =
        users.rename(currentUser.id(), now.version(), command.displayName());
    if (renamed.isPresent()) {
      return answer(renamed.get());
    }
    // Changed since we looked. Whoever named no version does not mind.
    if (version != null) {
      throw Problem.of(CommonProblem.EDITED_MEANWHILE);
    }
    return rename(null, command);
  }

  private UserVersion current() {
    return users.current(currentUser.id()).orElseThrow(Problem::notFound);
  }

  private static RestResponse<User> answer(UserVersion user) {
    return RestResponse.ResponseBuilder.ok(user.user())
        .header(HttpHeaders.ETAG, IfMatch.tag(user.version()))
        .build();
  }

  @POST
  @Path("/account")
  @Operation(
      summary = "Give me, a guest, an account",
      description = "The same person with the same tokens and orders.")
  @APIResponse(responseCode = "200", description = "The account")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED, PASSWORD_TOO_COMMON")
  @APIResponse(responseCode = "409", description = "EMAIL_TAKEN, ALREADY_REGISTERED")
  @APIResponse(responseCode = "429", description = "TOO_MANY_REQUESTS")
  public User register(@NotNull @Valid SignUp command) {
    return registration.keep(currentUser.id(), command);
  }

  @DELETE
  @Operation(
      summary = "Delete my account",
      description = "Nothing personal is kept, except in orders for as long as the law wants it.")
  @APIResponse(responseCode = "204", description = "Deleted, and logged out everywhere")
  public void delete() {
    closure.close(currentUser.id());
  }
}
