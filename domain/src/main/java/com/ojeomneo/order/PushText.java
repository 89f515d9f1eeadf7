package com.ojeomneo.order;

import com.ojeomneo.platform.push.PushMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a customer reads on the lock screen, by type of event. */
enum PushText {
  ACCEPTED("주문을 받았어요", "Your order is accepted") {
    @Override
    String body(OrderView order, boolean english) {
      String at = time(order.estimatedReadyAt());
      return english ? "Ready at about " + at : at + "쯤 준비돼요";
    }
  },
  READY("음식이 준비됐어요", "Your order is ready") {
    @Override
    String body(OrderView order, boolean english) {
      return english ? "Pick it up at the counter" : "지금 찾으러 오세요";
    }
  },
  CANCELLED("주문이 취소됐어요", "Your order was cancelled") {
    @Override
    String body(OrderView order, boolean english) {
      return order.cancelReason();
    }
  },
  CHANGED("주문 내용이 바뀌었어요", "Your order was changed") {
    @Override
    String body(OrderView order, boolean english) {
      return english ? "Tap to see it" : "눌러서 확인해 주세요";
    }
  },
  CORRECTED("주문 정보가 바뀌었어요", "Your order was corrected") {
    @Override
    String body(OrderView order, boolean english) {
      if (order.pickupAt() == null) {
        return CHANGED.body(order, english);
      }
      return (english ? "Pickup at " : "픽업 ") + time(order.pickupAt());
    }
  };

  /** By staff, to an order that stays in its state: shown beside the news of that. */
  private static final Set<PushText> CHANGES = EnumSet.of(CHANGED, CORRECTED);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Seoul"));

  private final String korean;
  private final String english;

  PushText(String korean, String english) {
    this.korean = korean;
    this.english = english;
  }

  abstract String body(OrderView order, boolean english);

  /**
   * @param topic 22 characters of base64url
   */
  PushMessage about(OrderView order, Locale language, String topic, Duration timeToLive) {
    boolean isEnglish = language.getLanguage().equals("en");
    String beside = CHANGES.contains(this) ? "-changed" : "";
    return new PushMessage(
        "%s · %s".formatted(order.number(), isEnglish ? english : korean),
        "%s · %s".formatted(order.storeName(), body(order, isEnglish)),
        "order-" + order.id() + beside,
        topic + beside,
        Map.of(
            "orderId", order.id().toString(),
            "status", order.status().getLiteral(),
            "url", "/orders/" + order.id()),
        timeToLive);
  }

  static String time(Instant at) {
    return TIME.format(at);
  }
}
