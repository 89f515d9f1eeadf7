package com.ojeomneo.admin.order;

import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.STORES;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.order.Acceptance;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.jooq.TableField;

/** What whoever asks may lay hands on. An order, a dish or a shop never changes its shop. */
@Singleton
class Reachable {
  private final Database database;
  private final CurrentStaff current;
  private final Clock clock;

  Reachable(Database database, CurrentStaff current, Clock clock) {
    this.database = database;
    this.current = current;
    this.clock = clock;
  }

  /** An order on the board, or one that has left it. */
  BoardOrder onBoard(UUID order, Permission permission) {
    return BoardOrders.find(
            database.sql(),
            order,
            current.member().reach(permission),
            Acceptance.of(database.sql()))
        .orElseThrow(Problem::notFound);
  }

  /** Everything about an order that is within reach. */
  Dossier dossier(UUID order) {
    return Dossiers.of(database.sql(), order, current.member().reach(Permission.VIEW));
  }

  /** A dish beside the board. */
  BoardMenu onBoard(UUID menu) {
    return BoardMenus.list(database.sql(), MENUS.ID.eq(menu), clock.instant()).stream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  /**
   * @throws Problem 403 without the permission, 404 for an order of a shop that is out of reach
   */
  UUID order(String id, Permission permission) {
    return one(id, permission, ORDERS.ID, ORDERS.STORE_ID);
  }

  /**
   * @throws Problem as {@link #order}
   */
  UUID menu(String id, Permission permission) {
    return one(id, permission, MENUS.ID, MENUS.STORE_ID);
  }

  /**
   * @throws Problem as {@link #order}
   */
  UUID store(String id, Permission permission) {
    return one(id, permission, STORES.ID, STORES.ID);
  }

  private UUID one(
      String id, Permission permission, TableField<?, UUID> key, TableField<?, UUID> shop) {
    Reach reach = current.member().require(permission);
    UUID wanted = PathId.of(id);
    if (!database.sql().fetchExists(key.getTable(), key.eq(wanted).and(reach.covers(shop)))) {
      throw Problem.notFound();
    }
    return wanted;
  }
}
