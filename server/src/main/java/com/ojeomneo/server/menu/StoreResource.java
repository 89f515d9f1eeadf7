package com.ojeomneo.server.menu;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.menu.Store;
import com.ojeomneo.menu.Stores;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.Page;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.http.Representation;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.Public;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/stores")
@Public
@RunOnVirtualThread
@Tag(name = "Stores")
class StoreResource {
  private final Database database;
  private final ObjectMapper json;
  private final Clock clock;

  StoreResource(Database database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
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
  public Response list(
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context RoutingContext request) {
    int size = Page.limit(limit);
    List<Store> stores = Stores.list(database.sql(), Page.after(cursor), size + 1);
    return Representation.of(Page.of(views(stores), size, StoreView::id), json).answer(request);
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
  public Response one(@PathParam("id") String id, @Context RoutingContext request) {
    Store store = Stores.find(database.sql(), PathId.of(id)).orElseThrow(Problem::notFound);
    return Representation.of(views(List.of(store)).getFirst(), json).answer(request);
  }

  private List<StoreView> views(List<Store> stores) {
    Instant now = clock.instant();
    Map<UUID, Map<Instant, Integer>> taken =
        Stores.slotsTaken(database.sql(), stores.stream().map(Store::id).toList(), now);
    return stores.stream()
        .map(store -> StoreView.of(store, taken.getOrDefault(store.id(), Map.of()), now))
        .toList();
  }

  /** {@code Page<StoreView>}, spelled out for the OpenAPI document. */
  record StorePage(List<StoreView> items, String nextCursor) {}
}
