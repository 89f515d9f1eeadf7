package com.ojeomneo.admin.order;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.admin.audit.AuditLog;
import com.ojeomneo.admin.audit.Author;
import com.ojeomneo.admin.audit.Deed;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.menu.StockTaking;
import com.ojeomneo.menu.StockTaking.Counted;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** How many portions of a dish are left of the day. */
@Path("/api/menus/{id}/stock")
@RunOnVirtualThread
class StockResource {
  private static final int MOST = 100_000;

  private final Reachable reachable;
  private final StockTaking stock;
  private final AuditLog log;
  private final CurrentStaff current;
  private final ObjectMapper json;

  StockResource(
      Reachable reachable,
      StockTaking stock,
      AuditLog log,
      CurrentStaff current,
      ObjectMapper json) {
    this.reachable = reachable;
    this.stock = stock;
    this.log = log;
    this.current = current;
    this.json = json;
  }

  /**
   * @param seen what the page showed: then what was sold since stays sold; null to set it whatever
   *     was
   */
  record Stock(
      @NotNull @Min(0) @Max(MOST) Integer remaining, @Nullable @Min(0) @Max(MOST) Integer seen) {}

  @PUT
  public BoardMenu count(@PathParam("id") String id, @NotNull @Valid Stock command) {
    UUID menu = reachable.menu(id, Permission.ORDERS);
    Author author = current.author();
    stock.count(
        menu,
        command.remaining(),
        command.seen(),
        (tx, counted) -> {
          if (counted.before() != counted.after()) {
            record(tx, author, counted);
          }
        });
    return reachable.onBoard(menu);
  }

  private void record(DSLContext tx, Author author, Counted counted) {
    log.record(
        tx,
        author,
        new Deed(
            AuditAction.STOCK,
            "daily_stock",
            counted.menu() + "~" + counted.day(),
            json.valueToTree(Map.of("remaining", counted.before())),
            json.valueToTree(Map.of("remaining", counted.after())),
            null));
  }
}
