package com.ojeomneo.admin.menu;

import static com.ojeomneo.schema.jooq.Tables.MENUS;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.menu.Menus;
import com.ojeomneo.menu.Sale;
import com.ojeomneo.menu.SaleTimesText;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What a dish is sold for at a moment, as it is saved. */
@Path("/api/menus/{id}/sale")
@RunOnVirtualThread
class SaleResource {
  private static final int LAST_YEAR = 9999;

  private final Database database;
  private final CurrentStaff current;
  private final Clock clock;

  SaleResource(Database database, CurrentStaff current, Clock clock) {
    this.database = database;
    this.current = current;
    this.clock = clock;
  }

  /**
   * @param listed whether it is on the menu at all, and not sold out
   * @param inTime whether its days and hours of sale say so
   * @param price KRW
   * @param nextSaleAt when it is sold again, null while it is and when it is not any more
   * @param nextPriceAt when it costs something else, null for never
   * @param times its days and hours of sale in words
   */
  @Schema(name = "DishSale")
  record SaleView(
      Instant at,
      boolean listed,
      boolean inTime,
      int price,
      @Nullable Instant nextSaleAt,
      @Nullable Instant nextPriceAt,
      Words times) {

    @Schema(name = "DishSaleTimes")
    record Words(String ko, String en) {}

    static SaleView of(Sale sale) {
      return new SaleView(
          sale.at(),
          sale.listed(),
          sale.inTime(),
          sale.price().amount(),
          sale.nextSaleAt(),
          sale.nextPriceAt(),
          new Words(
              SaleTimesText.of(sale.times(), Locale.KOREAN),
              SaleTimesText.of(sale.times(), Locale.ENGLISH)));
    }
  }

  @GET
  @APIResponse(responseCode = "200", description = "Whether it is sold then, and for how much")
  public SaleView sale(
      @PathParam("id") String id,
      @QueryParam("at") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          String at) {
    Reach reach = current.member().require(Permission.VIEW);
    UUID menu = PathId.of(id);
    if (!database.sql().fetchExists(MENUS, MENUS.ID.eq(menu).and(reach.covers(MENUS.STORE_ID)))) {
      throw Problem.notFound();
    }
    return Menus.saleAt(database.sql(), menu, moment(at), clock.instant())
        .map(SaleView::of)
        .orElseThrow(Problem::notFound);
  }

  private static @Nullable Instant moment(String at) {
    if (at == null) {
      return null;
    }
    try {
      var time = OffsetDateTime.parse(at);
      if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
        return time.toInstant();
      }
    } catch (DateTimeException malformed) {
      // said below, as for a year out of range
    }
    throw Problem.invalid("at", "날짜와 시각을 확인해 주세요.", "Must be a time as 2026-11-25T11:40:00+09:00.");
  }
}
