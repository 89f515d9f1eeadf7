package com.ojeomneo.admin.session;

import static com.ojeomneo.schema.jooq.Tables.STAFF;

import com.ojeomneo.admin.audit.AuditLog;
import com.ojeomneo.admin.audit.Deed;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * What whoever decides who works here does to the sessions of others, each time with a line in the
 * log.
 */
@Singleton
class Colleagues {
  private final Database database;
  private final CurrentStaff current;
  private final AuditLog audit;

  Colleagues(Database database, CurrentStaff current, AuditLog audit) {
    this.database = database;
    this.current = current;
    this.audit = audit;
  }

  /**
   * @throws Problem 403 without {@link Permission#STAFF}; 404 for whoever is nobody
   */
  UUID require(String id) {
    current.member().require(Permission.STAFF);
    UUID staffId = PathId.of(id);
    if (!database.sql().fetchExists(STAFF, STAFF.ID.eq(staffId))) {
      throw Problem.notFound();
    }
    return staffId;
  }

  void act(UUID staffId, AuditAction action, String reason, Consumer<DSLContext> deed) {
    database.transact(
        tx -> {
          deed.accept(tx);
          audit.record(
              tx,
              current.author(),
              new Deed(action, "staff", staffId.toString(), null, null, reason));
        });
  }
}
