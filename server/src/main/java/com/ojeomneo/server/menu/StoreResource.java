package com.ojeomneo.server.menu;

import com.ojeomneo.menu.Store;
import com.ojeomneo.menu.Stores;
import com.ojeomneo.platform.cache.Expiring;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.Page;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.http.PublicAnswers;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.Public;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/stores")
@Public
@Tag(name = "Stores")
class StoreResource {
  private final Database database;
  private final PublicAnswers answers;
  private final Clock clock;

  StoreResource(Database database, PublicAnswers answers, Clock clock) {
    this.database = database;
    this.answers = answers;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "Shops, open or not")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = StorePage.class)))
  public Uni<Response> list(
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context RoutingContext request) {
    int size = Page.limit(limit);
    UUID after = Page.after(cursor);
    return answers.cached(
        CatalogueKeys.stores(after, size),
        () ->
            views(Stores.list(database.sql(), after, size + 1))
                .map(stores -> Page.of(stores, size, StoreView::id)),
        request);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One shop and its pickup slots")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = StoreView.class)))
  public Uni<Response> one(@PathParam("id") String id, @Context RoutingContext request) {
    UUID store = PathId.of(id);
    return answers.cached(
        CatalogueKeys.store(store),
        () -> {
          Store found = Stores.find(database.sql(), store).orElseThrow(Problem::notFound);
          return views(List.of(found)).map(List::getFirst);
        },
        request);
  }

  private Expiring<List<StoreView>> views(List<Store> stores) {
    Instant now = clock.instant();
    Instant until =
        stores.stream()
            .map(store -> store.nextChange(now))
            .min(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    return new Expiring<>(StoreView.of(database.sql(), stores, now), until);
  }

  /** {@code Page<StoreView>}, spelled out for the OpenAPI document. */
  record StorePage(List<StoreView> items, String nextCursor) {}
}
