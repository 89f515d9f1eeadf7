package com.ojeomneo.admin.order;

import static com.ojeomneo.admin.order.Restaurant.OWNER;
import static com.ojeomneo.schema.jooq.Tables.AUDIT_LOG;

import com.ojeomneo.admin.Colleague;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import com.ojeomneo.schema.jooq.tables.records.AuditLogRecord;
import io.restassured.response.Response;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A shop with a cook behind its counter and a manager above: what their browsers ask. */
final class Counter {
  /** Before midnight, a day that begins with the calendar's has no time left to promise. */
  final Restaurant shop = Restaurant.open().turningAt(hoursAgo());

  final UUID dish = shop.dish("비빔밥", 9000, 10);
  final UUID dear = shop.dish("갈비탕", 12000, null);
  final UUID cheap = shop.dish("국수", 7000, null);
  final Colleague cook = Colleague.hired(StaffRole.SHOP_STAFF, shop.id()).signIn();
  final Colleague manager = Colleague.hired(StaffRole.MANAGER).signIn();

  private Counter() {}

  private static LocalTime hoursAgo() {
    return LocalTime.now(ZoneId.of("Asia/Seoul")).minusHours(6).truncatedTo(ChronoUnit.HOURS);
  }

  static Counter open() {
    return new Counter();
  }

  static Response take(Colleague who, String key, Map<String, Object> order) {
    return who.acts().header("Idempotency-Key", key).body(order).post("/api/counter/orders");
  }

  static Response pay(Colleague who, String order, String method, int amount) {
    return who.acts()
        .body(Map.of("method", method, "amount", amount))
        .post("/api/orders/{id}/till-payment", order);
  }

  static Response handOver(Colleague who, String order, String refund) {
    return who.acts().post("/api/orders/{id}/refunds/{refund}/hand-over", order, refund);
  }

  static Response change(Colleague who, String order, String key, Map<String, Object> wish) {
    return who.acts()
        .header("Idempotency-Key", key)
        .body(wish)
        .post("/api/orders/{id}/changes", order);
  }

  static Response correct(Colleague who, String order, String pickupAt, String note) {
    var wish = new HashMap<String, String>();
    wish.put("pickupAt", pickupAt);
    wish.put("note", note);
    return who.acts().body(wish).put("/api/orders/{id}/correction", order);
  }

  static Response cancel(Colleague who, String order, String reason) {
    return who.acts().body(Map.of("reason", reason)).post("/api/orders/{id}/cancellation", order);
  }

  Response dossier(String order) {
    return manager.acts().get("/api/orders/{id}/dossier", order);
  }

  String phoned() {
    return take(cook, UUID.randomUUID().toString(), order("PHONE", null, portions(dish, 1)))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  Map<String, Object> order(String channel, Map<String, Object> paid, Object... items) {
    var wish =
        new HashMap<String, Object>(
            Map.of(
                "channel",
                channel,
                "customerName",
                "김 대리",
                "order",
                Map.of("storeId", shop.id(), "items", List.of(items))));
    if (paid != null) {
      wish.put("paid", paid);
    }
    return wish;
  }

  static Map<String, Object> portions(UUID menu, int quantity) {
    return Map.of("menuId", menu, "quantity", quantity, "optionIds", List.of());
  }

  static Map<String, Object> cash(int amount) {
    return Map.of("method", "CASH", "amount", amount);
  }

  static Map<String, Object> instead(
      int line, UUID menu, int difference, String paid, boolean waived) {
    var wish =
        new HashMap<String, Object>(
            Map.of(
                "remove",
                Map.of("line", line, "quantity", 1, "toStock", false),
                "add",
                portions(menu, 1),
                "difference",
                difference,
                "waived",
                waived,
                "reason",
                "재료 소진"));
    wish.put("paid", paid);
    return wish;
  }

  static List<AuditLogRecord> log(String order, AuditAction action) {
    return OWNER.fetch(AUDIT_LOG, AUDIT_LOG.RECORD.eq(order).and(AUDIT_LOG.ACTION.eq(action)));
  }
}
