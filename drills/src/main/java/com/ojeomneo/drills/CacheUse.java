package com.ojeomneo.drills;

import static com.ojeomneo.schema.jooq.Tables.MENUS;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.local.LoneRedis;
import com.ojeomneo.platform.database.Database;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * Prices and what is sold out, changed behind the Servers' back, and what everybody asks at once.
 */
final class CacheUse implements Use {
  private static final int AT_ONCE = 20;

  private final List<Side> sides;
  private final LoneRedis redis;
  private final Database owner;
  private final UUID dish;

  /** Dishes that nobody has looked at yet. */
  private final Iterator<UUID> unseen;

  private int price = 9_000;

  /**
   * @param dishes which nobody else looks at; the first one changes
   */
  CacheUse(List<Side> sides, LoneRedis redis, Database owner, List<UUID> dishes) {
    this.sides = sides;
    this.redis = redis;
    this.owner = owner;
    this.dish = dishes.getFirst();
    this.unseen = dishes.stream().skip(1).iterator();
  }

  @Override
  public String name() {
    return "캐시 · cache";
  }

  @Override
  public Trial tryOut() throws IOException, InterruptedException {
    var trial = new Trial();
    change();
    for (Side side : sides) {
      trial.expectSoon(() -> shows(side), "%s does not show the new price", side);
    }
    for (Side side : sides) {
      everybodyAsks(side, trial);
    }
    return trial;
  }

  private void change() {
    price += 10;
    owner
        .sql()
        .update(MENUS)
        .set(MENUS.PRICE, price)
        .set(MENUS.SOLD_OUT, isSoldOut())
        .where(MENUS.ID.eq(dish))
        .execute();
  }

  /** Every other time. */
  private boolean isSoldOut() {
    return price % 20 == 0;
  }

  private boolean shows(Side side) throws IOException, InterruptedException {
    JsonNode shown = get(side, dish);
    return shown.path("price").asInt() == price && shown.path("soldOut").asBoolean() == isSoldOut();
  }

  private JsonNode get(Side side, UUID one) throws IOException, InterruptedException {
    return side.from(Side.newAddress()).get(null, "/menus/" + one).body();
  }

  /** One query for all of them; two when pub/sub comes or goes just then, which begins anew. */
  private void everybodyAsks(Side side, Trial trial) throws IOException, InterruptedException {
    UUID one = unseen.next();
    double before = count(side, "miss");
    try (var crowd = new Background()) {
      for (int i = 0; i < AT_ONCE; i++) {
        crowd.start(() -> get(side, one));
      }
      crowd.join();
    }
    double queries = count(side, "miss") - before;
    trial.expect(queries <= 2, "%s: %d asked, %.0f queries", side, AT_ONCE, queries);
  }

  private static double count(Side side, String outcome) throws IOException, InterruptedException {
    return side.metric(
        "ojeomneo_cache_requests_total", "entity=\"menu\"", "outcome=\"" + outcome + "\"");
  }

  /** What one node has read, the next takes from there. */
  @Override
  public boolean isThroughRedis() throws IOException, InterruptedException {
    UUID one = unseen.next();
    get(sides.getFirst(), one);
    double before = count(sides.getLast(), "shared");
    get(sides.getLast(), one);
    return redis.has("cache:menu:" + one) && count(sides.getLast(), "shared") > before;
  }

  @Override
  public Trial lookBack() throws IOException, InterruptedException {
    var trial = new Trial();
    for (Side side : sides) {
      trial.expect(shows(side), "%s shows %s instead of %d", side, get(side, dish), price);
    }
    return trial;
  }
}
