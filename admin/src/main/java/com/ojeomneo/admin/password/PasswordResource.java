package com.ojeomneo.admin.password;

import static com.ojeomneo.schema.jooq.Tables.STAFF;

import com.ojeomneo.admin.audit.AuditLog;
import com.ojeomneo.admin.audit.Author;
import com.ojeomneo.admin.audit.Deed;
import com.ojeomneo.admin.password.StaffLinks.Opened;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.session.PasswordProof;
import com.ojeomneo.admin.session.Sessions;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.ClientAddress;
import com.ojeomneo.platform.http.Languages;
import com.ojeomneo.platform.http.TraceId;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.ratelimit.SubjectLimits;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jooq.DSLContext;

/**
 * One's own password: forgotten, chosen by a link, changed. Whoever has it may not stay signed in
 * elsewhere.
 */
@Path("/api/session")
@RunOnVirtualThread
class PasswordResource {
  private final Database database;
  private final StaffLinks links;
  private final LinkMail mail;
  private final NewPassword passwords;
  private final PasswordProof proof;
  private final Sessions sessions;
  private final CurrentStaff current;
  private final AuditLog audit;
  private final SubjectLimits limits;
  private final ClientAddress addresses;

  PasswordResource(
      Database database,
      StaffLinks links,
      LinkMail mail,
      NewPassword passwords,
      PasswordProof proof,
      Sessions sessions,
      CurrentStaff current,
      AuditLog audit,
      SubjectLimits limits,
      ClientAddress addresses) {
    this.database = database;
    this.links = links;
    this.mail = mail;
    this.passwords = passwords;
    this.proof = proof;
    this.sessions = sessions;
    this.current = current;
    this.audit = audit;
    this.limits = limits;
    this.addresses = addresses;
  }

  record Forgotten(@NotBlank @Size(max = 254) String email) {
    @Override
    public String toString() {
      return "Forgotten[]";
    }
  }

  record LinkToken(@NotBlank @Size(max = 100) String token) {
    @Override
    public String toString() {
      return "LinkToken[]";
    }
  }

  /** Whose link it is: they hold it, so they may know. */
  record LinkOwner(LinkPurpose purpose, String email, String displayName) {}

  record ChosenByLink(
      @NotBlank @Size(max = 100) String token,
      @NotNull @Size(min = NewPassword.SHORTEST, max = NewPassword.LONGEST) String newPassword) {
    @Override
    public String toString() {
      return "ChosenByLink[]";
    }
  }

  record ChangePassword(
      @NotNull @Size(min = 1, max = 256) String password,
      @NotNull @Size(min = NewPassword.SHORTEST, max = NewPassword.LONGEST) String newPassword) {
    @Override
    public String toString() {
      return "ChangePassword[]";
    }
  }

  /** The same answer for every address, after the same work. */
  @POST
  @Path("/reset")
  @APIResponse(
      responseCode = "204",
      description = "If somebody here has this address, a link is mailed")
  public void forgotten(@NotNull @Valid Forgotten wish, @Context RoutingContext request) {
    mail.requireServer();
    String email = wish.email().strip();
    limits.count("staff-links", email.toLowerCase(Locale.ROOT), request);
    links.ask(database.sql(), LinkPurpose.RESET, email, Languages.of(request));
  }

  @POST
  @Path("/link")
  @APIResponse(responseCode = "200", description = "Whose it is")
  public LinkOwner owner(@NotNull @Valid LinkToken link) {
    Opened opened = opened(database.sql(), link.token());
    return new LinkOwner(opened.purpose(), opened.member().email(), opened.member().displayName());
  }

  @POST
  @Path("/password")
  @APIResponse(responseCode = "204", description = "Set; every session of theirs has ended")
  public void choose(@NotNull @Valid ChosenByLink wish, @Context RoutingContext request) {
    Opened link = opened(database.sql(), wish.token());
    StaffMember member = link.member();
    String hash = passwords.hash(wish.newPassword(), member.email());
    var author = new Author(member.id(), addresses.of(request), TraceId.of(request));
    database.transact(
        tx -> {
          if (!links.use(tx, link)) {
            throw Problem.of(PasswordProblem.LINK_OVER);
          }
          set(tx, author, hash);
          sessions.endAll(tx, member.id());
        });
  }

  @PUT
  @Path("/password")
  @APIResponse(responseCode = "204", description = "Changed; every other session has ended")
  public void change(@NotNull @Valid ChangePassword wish, @Context RoutingContext request) {
    StaffMember member = proof.require(wish.password(), request);
    String hash = passwords.hash(wish.newPassword(), member.email());
    database.transact(
        tx -> {
          set(tx, current.author(), hash);
          sessions.endOthers(tx, current.signedIn());
        });
  }

  private Opened opened(DSLContext sql, String token) {
    return links.open(sql, token).orElseThrow(() -> Problem.of(PasswordProblem.LINK_OVER));
  }

  private void set(DSLContext tx, Author author, String hash) {
    tx.update(STAFF).set(STAFF.PASSWORD_HASH, hash).where(STAFF.ID.eq(author.staffId())).execute();
    audit.record(
        tx,
        author,
        new Deed(AuditAction.PASSWORD, "staff", author.staffId().toString(), null, null, null));
  }
}
