package com.ojeomneo.server.menu;

import com.ojeomneo.menu.DishSales;
import com.ojeomneo.menu.MenuCategory;
import com.ojeomneo.menu.MenuFilter;
import com.ojeomneo.menu.MenuItem;
import com.ojeomneo.menu.Menus;
import com.ojeomneo.platform.cache.Expiring;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.Languages;
import com.ojeomneo.platform.http.Page;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.http.PublicAnswers;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.Public;
import io.smallrye.mutiny.Uni;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/menus")
@Public
@Tag(name = "Menus")
class MenuResource {
  private final Database database;
  private final PublicAnswers answers;
  private final Clock clock;

  MenuResource(Database database, PublicAnswers answers, Clock clock) {
    this.database = database;
    this.answers = answers;
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
  public Uni<Response> list(
      @BeanParam MenuQuery query,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context RoutingContext request) {
    int size = Page.limit(limit);
    UUID after = Page.after(cursor);
    MenuFilter filter = query.filter();
    Supplier<Expiring<Page<MenuItem>>> read =
        () ->
            Menus.list(database.sql(), filter, after, size + 1, clock.instant())
                .map(items -> Page.of(items, size, MenuItem::id));
    return CatalogueKeys.isAskedOften(filter)
        ? answers.cached(CatalogueKeys.menus(filter, after, size), read, request)
        : answers.uncached(read, request);
  }

  @GET
  @Path("/popular")
  @Operation(
      summary = "Popular dishes, most portions sold first",
      description =
          "Sold in the last seven business days, today among them, of one shop or of all; at most a"
              + " minute old. Dishes that nobody bought are not among them, so there may be none.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MenuPage.class)))
  @APIResponse(responseCode = "304", description = "As the ETag says")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED: storeId, limit")
  public Uni<Response> popular(
      @QueryParam("storeId") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          String storeId,
      @QueryParam("limit") String limit,
      @Context RoutingContext request) {
    int size = Page.limit(limit);
    UUID store = MenuQuery.store(storeId);
    return answers.cached(
        CatalogueKeys.popular(store, size),
        () -> {
          Instant now = clock.instant();
          return Menus.popular(database.sql(), store, DishSales.firstDay(now), size, now)
              .map(items -> new Page<>(items, null));
        },
        request);
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
  public Uni<Response> categories(@Context RoutingContext request) {
    return answers.cached(
        CatalogueKeys.CATEGORIES,
        () -> Expiring.never(new Page<>(Menus.categories(database.sql()), null)),
        request);
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
  public Uni<Response> one(@PathParam("id") String id, @Context RoutingContext request) {
    UUID menu = PathId.of(id);
    Locale language = Languages.of(request);
    return answers.cached(
        CatalogueKeys.menu(menu, language),
        () ->
            Menus.find(database.sql(), menu, clock.instant())
                .orElseThrow(Problem::notFound)
                .map(dish -> DishView.of(dish, language)),
        request);
  }

  /** {@code Page<MenuItem>}, spelled out for the OpenAPI document. */
  record MenuPage(List<MenuItem> items, String nextCursor) {}

  /** {@code Page<MenuCategory>}, likewise. */
  record CategoryPage(List<MenuCategory> items, String nextCursor) {}
}
