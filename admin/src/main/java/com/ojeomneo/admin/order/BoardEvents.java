package com.ojeomneo.admin.order;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the events of a board hold, by their names: of an event stream the API's document cannot say
 * more.
 *
 * @param snapshot everything there is, once, first
 * @param menus dishes of a shop are not as they were: ask again
 */
@Schema(name = "BoardEvents")
record BoardEvents(Snapshot snapshot, BoardOrder order, BoardShop store, Menus menus) {

  @Schema(name = "BoardMenus")
  record Menus(UUID storeId) {}
}
