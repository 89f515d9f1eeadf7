package com.ojeomneo.admin.customer;

import static com.ojeomneo.schema.jooq.Tables.USERS;

import com.ojeomneo.admin.audit.AuditLog;
import com.ojeomneo.admin.audit.Deed;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import com.ojeomneo.user.CustomerViews;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Begins a view of the app as a customer has it, for whoever may see personal data everywhere. */
@Path("/api/users/{id}/view")
@RunOnVirtualThread
class CustomerViewResource {
  private final Database database;
  private final CustomerViews views;
  private final CurrentStaff current;
  private final AuditLog audit;
  private final Optional<URI> app;

  CustomerViewResource(
      Database database,
      CustomerViews views,
      CurrentStaff current,
      AuditLog audit,
      @ConfigProperty(name = "ojeomneo.public-url") Optional<URI> app) {
    this.database = database;
    this.views = views;
    this.current = current;
    this.audit = audit;
    this.app = app;
  }

  record BeginView(@NotBlank @Size(max = 200) String reason) {}

  /**
   * @param url good once, for a minute; its token stands behind {@code #}
   */
  record BegunView(String url) {
    @Override
    public String toString() {
      return "BegunView[]";
    }
  }

  @POST
  @APIResponse(responseCode = "200", description = "Where the app shows it, for 15 minutes")
  public BegunView begin(@PathParam("id") String id, @NotNull @Valid BeginView command) {
    if (!(current.member().reach(Permission.PERSONAL_DATA) instanceof Reach.Everywhere)) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    URI address = app.orElseThrow(() -> Problem.of(CustomerProblem.APP_UNKNOWN));
    UUID user = PathId.of(id);
    String token =
        database.transaction(
            tx -> {
              if (!tx.fetchExists(USERS, USERS.ID.eq(user).and(USERS.DELETED_AT.isNull()))) {
                throw Problem.notFound();
              }
              audit.record(
                  tx,
                  current.author(),
                  new Deed(
                      AuditAction.VIEW_AS,
                      "users",
                      user.toString(),
                      null,
                      null,
                      command.reason().strip()));
              return views.begin(tx, current.member().id(), user);
            });
    return new BegunView(address.toString().replaceAll("/$", "") + "/view#" + token);
  }
}
