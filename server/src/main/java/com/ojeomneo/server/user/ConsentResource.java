package com.ojeomneo.server.user;

import com.ojeomneo.platform.security.CurrentUser;
import com.ojeomneo.user.Consent;
import com.ojeomneo.user.Consents;
import com.ojeomneo.user.GivenConsent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/users/me/consents")
@Tag(name = "Users")
@RunOnVirtualThread
class ConsentResource {
  private final Consents consents;
  private final CurrentUser currentUser;

  ConsentResource(Consents consents, CurrentUser currentUser) {
    this.consents = consents;
    this.currentUser = currentUser;
  }

  record GiveConsents(@NotNull @Size(min = 1, max = 10) List<@NotNull @Valid Consent> consents) {}

  /**
   * @param missing what has to be agreed to before the next order
   */
  record MyConsents(List<GivenConsent> items, List<Consent> missing) {}

  @GET
  @Operation(summary = "What I have agreed to, and what I have yet to")
  @APIResponse(responseCode = "200", description = "The last of each kind first")
  public MyConsents list() {
    return new MyConsents(consents.of(currentUser.id()), consents.missing(currentUser.id()));
  }

  @POST
  @Operation(summary = "Agree", description = "Again changes nothing.")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED")
  public MyConsents give(@NotNull @Valid GiveConsents command) {
    consents.give(currentUser.id(), command.consents());
    return list();
  }
}
