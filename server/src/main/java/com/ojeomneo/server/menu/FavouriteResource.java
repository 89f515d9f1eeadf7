package com.ojeomneo.server.menu;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.ojeomneo.menu.MenuItem;
import com.ojeomneo.menu.Menus;
import com.ojeomneo.menu.Store;
import com.ojeomneo.menu.Stores;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.Page;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.CurrentUser;
import com.ojeomneo.user.FavouriteKind;
import com.ojeomneo.user.Favourites;
import com.ojeomneo.user.Favourites.Favourite;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What I like: shops and dishes. */
@Path("/users/me/favourites")
@Tag(name = "Users")
@RunOnVirtualThread
class FavouriteResource {
  private final Favourites favourites;
  private final Database database;
  private final CurrentUser currentUser;
  private final Clock clock;

  FavouriteResource(
      Favourites favourites, Database database, CurrentUser currentUser, Clock clock) {
    this.favourites = favourites;
    this.database = database;
    this.currentUser = currentUser;
    this.clock = clock;
  }

  /**
   * One of the two, as the lists of shops and dishes show it.
   *
   * @param store present for a shop
   * @param menu present for a dish
   */
  @Schema(name = "Favourite")
  record FavouriteView(
      FavouriteKind kind,
      Instant addedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) StoreView store,
      @JsonInclude(JsonInclude.Include.NON_NULL) MenuItem menu) {}

  @GET
  @Operation(
      summary = "My favourite shops and dishes, the last added first",
      description =
          "As they are now. A shop or dish that cannot be ordered from any more is left out, and"
              + " is there again when it comes back.")
  @APIResponseSchema(value = FavouritePage.class, responseCode = "200", responseDescription = "OK")
  @APIResponse(responseCode = "400", description = "VALIDATION_FAILED: kind, limit, cursor")
  public Page<FavouriteView> list(
      @QueryParam("kind") @Parameter(schema = @Schema(enumeration = {"STORE", "MENU"})) String kind,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    int size = Page.limit(limit);
    Page<Favourite> page =
        Page.of(
            favourites.list(currentUser.id(), kind(kind), Page.after(cursor), size + 1),
            size,
            Favourite::id);
    return new Page<>(views(page.items()), page.nextCursor());
  }

  @PUT
  @Path("/stores/{id}")
  @Operation(summary = "Make a shop my favourite", description = "Again changes nothing.")
  @APIResponse(responseCode = "204", description = "It is one")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: no such shop")
  @APIResponse(responseCode = "409", description = "FAVOURITES_FULL: 200 in all")
  public void addStore(@PathParam("id") String id) {
    favourites.add(currentUser.id(), FavouriteKind.STORE, PathId.of(id));
  }

  @PUT
  @Path("/menus/{id}")
  @Operation(summary = "Make a dish my favourite", description = "Again changes nothing.")
  @APIResponse(responseCode = "204", description = "It is one")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: no such dish")
  @APIResponse(responseCode = "409", description = "FAVOURITES_FULL: 200 in all")
  public void addMenu(@PathParam("id") String id) {
    favourites.add(currentUser.id(), FavouriteKind.MENU, PathId.of(id));
  }

  @DELETE
  @Path("/stores/{id}")
  @Operation(summary = "A shop is my favourite no more", description = "Again changes nothing.")
  @APIResponse(responseCode = "204", description = "It is none")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: no id")
  public void removeStore(@PathParam("id") String id) {
    favourites.remove(currentUser.id(), FavouriteKind.STORE, PathId.of(id));
  }

  @DELETE
  @Path("/menus/{id}")
  @Operation(summary = "A dish is my favourite no more", description = "Again changes nothing.")
  @APIResponse(responseCode = "204", description = "It is none")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: no id")
  public void removeMenu(@PathParam("id") String id) {
    favourites.remove(currentUser.id(), FavouriteKind.MENU, PathId.of(id));
  }

  private static FavouriteKind kind(String text) {
    if (text == null) {
      return null;
    }
    return Stream.of(FavouriteKind.values())
        .filter(kind -> kind.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> Problem.invalid("kind", "STORE 또는 MENU로 보내 주세요.", "Send STORE or MENU."));
  }

  /** One that vanished between two reads is left out as any other. */
  private List<FavouriteView> views(List<Favourite> favourites) {
    Instant now = clock.instant();
    Map<UUID, Store> stores = Stores.byId(database.sql(), ids(favourites, Favourite::storeId));
    Map<UUID, StoreView> storeViews =
        StoreView.of(database.sql(), List.copyOf(stores.values()), now).stream()
            .collect(Collectors.toMap(StoreView::id, Function.identity()));
    Map<UUID, MenuItem> menus =
        Menus.inOrder(database.sql(), ids(favourites, Favourite::menuId), now).value().stream()
            .collect(Collectors.toMap(MenuItem::id, Function.identity()));
    return favourites.stream()
        .map(
            each ->
                new FavouriteView(
                    each.storeId() == null ? FavouriteKind.MENU : FavouriteKind.STORE,
                    each.addedAt(),
                    storeViews.get(each.storeId()),
                    menus.get(each.menuId())))
        .filter(view -> view.store() != null || view.menu() != null)
        .toList();
  }

  private static List<UUID> ids(List<Favourite> favourites, Function<Favourite, UUID> of) {
    return favourites.stream().map(of).filter(Objects::nonNull).toList();
  }

  /** {@code Page<FavouriteView>}, spelled out for the OpenAPI document. */
  record FavouritePage(List<FavouriteView> items, String nextCursor) {}
}
