package com.ojeomneo.server.menu;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.menu.MenuCategory;
import com.ojeomneo.menu.MenuDetail;
import com.ojeomneo.menu.MenuItem;
import com.ojeomneo.menu.Menus;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.Languages;
import com.ojeomneo.platform.http.Page;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.http.Representation;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.Public;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/menus")
@Public
@RunOnVirtualThread
@Tag(name = "Menus")
class MenuResource {
  private final Database database;
  private final ObjectMapper json;
  private final Clock clock;

  MenuResource(Database database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "Dishes, by shop, category and part of the name")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MenuPage.class)))
  public Response list(
      @BeanParam MenuQuery query,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context RoutingContext request) {
    int size = Page.limit(limit);
    List<MenuItem> items =
        Menus.list(database.sql(), query.filter(), Page.after(cursor), size + 1, clock.instant());
    return Representation.of(Page.of(items, size, MenuItem::id), json).answer(request);
  }

  @GET
  @Path("/categories")
  @Operation(summary = "Categories in the order to show them")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CategoryPage.class)))
  public Response categories(@Context RoutingContext request) {
    return Representation.of(new Page<>(Menus.categories(database.sql()), null), json)
        .answer(request);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One dish: its options, allergens and origin")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DishView.class)))
  public Response one(@PathParam("id") String id, @Context RoutingContext request) {
    MenuDetail dish =
        Menus.find(database.sql(), PathId.of(id), clock.instant()).orElseThrow(Problem::notFound);
    return Representation.of(DishView.of(dish, Languages.of(request)), json).answer(request);
  }

  /** {@code Page<MenuItem>}, spelled out for the OpenAPI document. */
  record MenuPage(List<MenuItem> items, String nextCursor) {}

  /** {@code Page<MenuCategory>}, likewise. */
  record CategoryPage(List<MenuCategory> items, String nextCursor) {}
}
