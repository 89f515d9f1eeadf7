package com.ojeomneo.admin.password;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.platform.http.Languages;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Lets somebody in: they are mailed a link by which they choose their password. */
@Path("/api/staff/invitations")
@RunOnVirtualThread
class InvitationResource {
  private final Invitations invitations;
  private final LinkMail mail;
  private final CurrentStaff current;

  InvitationResource(Invitations invitations, LinkMail mail, CurrentStaff current) {
    this.invitations = invitations;
    this.mail = mail;
    this.current = current;
  }

  /**
   * @param storeId of shop staff, and only of them
   */
  record InvitedRole(@NotNull StaffRole role, @Nullable UUID storeId) {}

  record Invite(
      @NotBlank @Email @Size(max = 254) String email,
      @NotBlank @Size(max = 40) String displayName,
      @NotEmpty @Size(max = 20) List<@NotNull @Valid InvitedRole> roles) {
    Invite {
      email = email == null ? null : email.strip();
      displayName = displayName == null ? null : displayName.strip();
    }

    @Override
    public String toString() {
      return "Invite[roles=" + roles + "]";
    }
  }

  record Invited(UUID id) {}

  @POST
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      description = "They are mailed a link, good for three days",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Invited.class)))
  public Invited invite(@NotNull @Valid Invite wish, @Context RoutingContext request) {
    current.member().require(Permission.STAFF);
    mail.requireServer();
    requireShopsOfShopStaff(wish.roles());
    return new Invited(invitations.invite(current.author(), wish, Languages.of(request)));
  }

  private static void requireShopsOfShopStaff(List<InvitedRole> roles) {
    for (int i = 0; i < roles.size(); i++) {
      InvitedRole each = roles.get(i);
      if ((each.role() == StaffRole.SHOP_STAFF) != (each.storeId() != null)) {
        throw Problem.invalid(
            "roles[%d].storeId".formatted(i),
            "가게 직원은 가게를 고르고, 다른 역할은 비워 주세요.",
            "A shop goes with shop staff, and only with them.");
      }
    }
  }
}
