package com.ojeomneo.admin.order;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What whoever asks may lay hands on. An order, a dish or a shop never changes its shop. */
@Singleton
class Reachable {
  private final Database database;
  private final CurrentStaff current;

  Reachable(Database database, CurrentStaff current) {
    this.database = database;
    this.current = current;
  }

  /**
   * @throws Problem 403 without the permission, 404 for an order of a shop that is out of reach
   */
  UUID order(String id, Permission permission) {
    Reach reach = current.member().require(permission);
    UUID order = PathId.of(id);
    if (!database
        .sql()
        .fetchExists(ORDERS, ORDERS.ID.eq(order).and(reach.covers(ORDERS.STORE_ID)))) {
      throw Problem.notFound();
    }
    return order;
  }
}
