package com.ojeomneo.admin.session;

import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** One's own second factor. To begin or to end takes the password again. */
@Path("/api/session/second-factor")
@RunOnVirtualThread
class SecondFactorResource {
  private final Database database;
  private final PasswordProof proof;
  private final SecondFactor secondFactor;
  private final Sessions sessions;
  private final CurrentStaff current;

  SecondFactorResource(
      Database database,
      PasswordProof proof,
      SecondFactor secondFactor,
      Sessions sessions,
      CurrentStaff current) {
    this.database = database;
    this.proof = proof;
    this.secondFactor = secondFactor;
    this.sessions = sessions;
    this.current = current;
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
  public Begun begin(@NotNull @Valid Password given, @Context RoutingContext request) {
    StaffMember member = proof.require(given.password(), request);
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
    proof.count(session.member(), request);
    List<String> codes =
        database.transaction(
            tx -> {
              List<String> made =
                  secondFactor.confirm(tx, session.member().id(), code.code().strip());
              sessions.endOthers(tx, current.signedIn());
              return made;
            });
    sessions.ownerChanged(session);
    return new RecoveryCodes(codes);
  }

  /**
   * Whoever else is signed in as this person may be why it is turned off.
   *
   * @throws Problem 403 {@code SECOND_FACTOR_REQUIRED} when a role of theirs demands one
   */
  @POST
  @Path("/end")
  @APIResponse(responseCode = "204", description = "Signing in takes the password alone")
  public void end(@NotNull @Valid Password given, @Context RoutingContext request) {
    StaffMember member = proof.require(given.password(), request);
    if (member.secondFactorRequired()) {
      throw Problem.of(SessionProblem.SECOND_FACTOR_REQUIRED);
    }
    database.transact(
        tx -> {
          secondFactor.turnOff(tx, member.id());
          sessions.endOthers(tx, current.signedIn());
        });
    sessions.ownerChanged(current.session());
  }
}
