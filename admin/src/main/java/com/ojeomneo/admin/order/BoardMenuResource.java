package com.ojeomneo.admin.order;

import static com.ojeomneo.schema.jooq.Tables.MENUS;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The dishes beside the orders: what is sold out, what is left. */
@Path("/api/orders/board/menus")
@RunOnVirtualThread
class BoardMenuResource {
  private final Database database;
  private final CurrentStaff current;
  private final Clock clock;

  BoardMenuResource(Database database, CurrentStaff current, Clock clock) {
    this.database = database;
    this.current = current;
    this.clock = clock;
  }

  /**
   * @param storeId null for every shop within reach
   */
  @GET
  public List<BoardMenu> list(@QueryParam("storeId") String storeId) {
    Reach reach = current.member().require(Permission.VIEW);
    if (storeId == null) {
      return BoardMenus.list(database.sql(), reach.covers(MENUS.STORE_ID), clock.instant());
    }
    UUID shop = PathId.of(storeId);
    if (!reach.includes(shop)) {
      throw Problem.notFound();
    }
    return BoardMenus.list(database.sql(), MENUS.STORE_ID.eq(shop), clock.instant());
  }
}
