package com.ojeomneo.admin.session;

import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.admin.staff.StaffMembers;
import com.ojeomneo.admin.staff.StaffMembers.Credentials;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.ratelimit.SubjectLimits;
import com.ojeomneo.user.Passwords;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** One's own second factor. To begin or to end takes the password again. */
@Path("/api/session/second-factor")
@RunOnVirtualThread
class SecondFactorResource {
  private final Database database;
  private final StaffMembers staff;
  private final Passwords passwords;
  private final SecondFactor secondFactor;
  private final Sessions sessions;
  private final CurrentStaff current;
  private final SubjectLimits limits;

  SecondFactorResource(
      Database database,
      StaffMembers staff,
      Passwords passwords,
      SecondFactor secondFactor,
      Sessions sessions,
      CurrentStaff current,
      SubjectLimits limits) {
    this.database = database;
    this.staff = staff;
    this.passwords = passwords;
    this.secondFactor = secondFactor;
    this.sessions = sessions;
    this.current = current;
    this.limits = limits;
  }

  record Password(@NotNull @Size(min = 1, max = 256) String password) {
    @Override
    public String toString() {
      return "Password[]";
    }
  }

  record Code(@NotNull @Size(min = 1, max = 40) String code) {
    @Override
    public String toString() {
      return "Code[]";
    }
  }

  /**
   * @param secret Base32
   * @param uri the same for an authenticator app, as a QR code
   */
  record Begun(String secret, String uri) {
    @Override
    public String toString() {
      return "Begun[]";
    }
  }

  record RecoveryCodes(List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "RecoveryCodes[]";
    }
  }

  @POST
  @Path("/begin")
  public Begun begin(@NotNull @Valid Password proof, @Context RoutingContext request) {
    StaffMember member = prove(proof, request);
    String secret = database.transaction(tx -> secondFactor.begin(tx, member.id()));
    String account = URLEncoder.encode(member.email(), StandardCharsets.UTF_8);
    return new Begun(
        secret, "otpauth://totp/Ojeomneo:%s?secret=%s&issuer=Ojeomneo".formatted(account, secret));
  }

  /** Whoever else is signed in as this person has shown no code. */
  @POST
  @Path("/confirm")
  public RecoveryCodes confirm(@NotNull @Valid Code code, @Context RoutingContext request) {
    StaffSession session = current.session();
    count(session.member(), request);
    return new RecoveryCodes(
        database.transaction(
            tx -> {
              List<String> codes =
                  secondFactor.confirm(tx, session.member().id(), code.code().strip());
              sessions.endOthers(tx, session);
              return codes;
            }));
  }

  @POST
  @Path("/end")
  @APIResponse(responseCode = "204", description = "Signing in takes the password alone")
  public void end(@NotNull @Valid Password proof, @Context RoutingContext request) {
    StaffMember member = prove(proof, request);
    database.transact(tx -> secondFactor.turnOff(tx, member.id()));
  }

  private StaffMember prove(Password proof, RoutingContext request) {
    StaffMember member = current.member();
    count(member, request);
    var hash = staff.credentials(database.sql(), member.email()).map(Credentials::passwordHash);
    if (!passwords.matches(proof.password(), hash)) {
      throw Problem.of(SessionProblem.LOGIN_FAILED);
    }
    return member;
  }

  private void count(StaffMember member, RoutingContext request) {
    limits.count("sign-in-account", member.email().toLowerCase(Locale.ROOT), request);
  }
}
