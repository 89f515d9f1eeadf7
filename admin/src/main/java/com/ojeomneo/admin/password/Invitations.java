package com.ojeomneo.admin.password;

import static com.ojeomneo.schema.jooq.Tables.STAFF;
import static com.ojeomneo.schema.jooq.Tables.STORES;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.admin.audit.AuditLog;
import com.ojeomneo.admin.audit.Author;
import com.ojeomneo.admin.audit.Deed;
import com.ojeomneo.admin.password.InvitationResource.Invite;
import com.ojeomneo.admin.staff.StaffMember.Assignment;
import com.ojeomneo.admin.staff.StaffMembers;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Lets somebody in: they, the wish for a mail and the line in the log are one transaction. */
@Singleton
class Invitations {
  private final Database database;
  private final StaffMembers staff;
  private final StaffLinks links;
  private final AuditLog audit;
  private final ObjectMapper json;
  private final Clock clock;

  Invitations(
      Database database,
      StaffMembers staff,
      StaffLinks links,
      AuditLog audit,
      ObjectMapper json,
      Clock clock) {
    this.database = database;
    this.staff = staff;
    this.links = links;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @throws Problem 400 for a shop that there is none of; 409 {@code EMAIL_TAKEN}
   */
  UUID invite(Author author, Invite wish, Locale language) {
    List<Assignment> roles =
        wish.roles().stream()
            .map(each -> new Assignment(each.role(), each.storeId()))
            .distinct()
            .toList();
    requireShops(roles);
    return database.transaction(
        tx -> {
          UUID id =
              staff
                  .add(tx, wish.email(), wish.displayName(), null, roles, clock.instant())
                  .orElseThrow(() -> Problem.of(PasswordProblem.EMAIL_TAKEN));
          links.ask(tx, LinkPurpose.INVITATION, wish.email(), language);
          record(tx, author, id, wish);
          return id;
        });
  }

  /**
   * @return the address of somebody who was invited and has not come
   * @throws Problem 404; 409 {@code JOINED_ALREADY}
   */
  String waiting(UUID id) {
    var row =
        database
            .sql()
            .select(STAFF.EMAIL, STAFF.JOINED, STAFF.DISABLED_AT)
            .from(STAFF)
            .where(STAFF.ID.eq(id))
            .fetchOptional()
            .orElseThrow(Problem::notFound);
    if (row.value2() || row.value3() != null) {
      throw Problem.of(PasswordProblem.JOINED_ALREADY);
    }
    return row.value1();
  }

  /** Another link; the first one stays good. */
  void again(Author author, UUID id, String email, Locale language) {
    database.transact(
        tx -> {
          links.ask(tx, LinkPurpose.INVITATION, email, language);
          record(tx, author, id, null);
        });
  }

  private void requireShops(List<Assignment> roles) {
    Set<UUID> shops =
        roles.stream()
            .map(Assignment::storeId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (database.sql().fetchCount(STORES, STORES.ID.in(shops)) < shops.size()) {
      throw Problem.invalid("roles", "없는 가게예요.", "There is no such shop.");
    }
  }

  private void record(DSLContext tx, Author author, UUID id, Invite invited) {
    audit.record(
        tx,
        author,
        new Deed(
            AuditAction.INVITE,
            "staff",
            id.toString(),
            null,
            invited == null ? null : json.valueToTree(invited),
            null));
  }
}
