package com.ojeomneo.server.user;

import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.CurrentUser;
import com.ojeomneo.user.AccountClosure;
import com.ojeomneo.user.Registration;
import com.ojeomneo.user.Rename;
import com.ojeomneo.user.SignUp;
import com.ojeomneo.user.User;
import com.ojeomneo.user.Users;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
  @Operation(summary = "Who I am")
  @APIResponse(responseCode = "200", description = "The account; a guest has no e-mail address")
  public User me() {
    return users.find(currentUser.id()).orElseThrow(Problem::notFound);
  }

  @PATCH
  @Operation(summary = "Change how I am called")
  @APIResponse(responseCode = "200", description = "The account as it is now")
  public User rename(@NotNull @Valid Rename command) {
    return command.displayName() == null
        ? me()
        : users.rename(currentUser.id(), command.displayName()).orElseThrow(Problem::notFound);
  }

  @POST
  @Path("/account")
  @Operation(
      summary = "Give me, a guest, an account",
      description = "The same person with the same tokens and orders.")
  @APIResponse(responseCode = "200", description = "The account")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED")
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
