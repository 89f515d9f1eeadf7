package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.ALREADY_PROCESSED_PAYMENT;
import static com.ojeomneo.sandbox.ErrorCode.COMMON_ERROR;
import static com.ojeomneo.sandbox.ErrorCode.FAILED_INTERNAL_SYSTEM_PROCESSING;
import static com.ojeomneo.sandbox.ErrorCode.FAILED_METHOD_HANDLING_CANCEL;
import static com.ojeomneo.sandbox.ErrorCode.FAILED_PARTIAL_REFUND;
import static com.ojeomneo.sandbox.ErrorCode.FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING;
import static com.ojeomneo.sandbox.ErrorCode.FAILED_REFUND_PROCESS;
import static com.ojeomneo.sandbox.ErrorCode.FORBIDDEN_CONSECUTIVE_REQUEST;
import static com.ojeomneo.sandbox.ErrorCode.IDEMPOTENT_REQUEST_PROCESSING;
import static com.ojeomneo.sandbox.ErrorCode.INVALID_REQUEST;
import static com.ojeomneo.sandbox.ErrorCode.PROVIDER_ERROR;
import static com.ojeomneo.sandbox.ErrorCode.UNKNOWN_PAYMENT_ERROR;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that goes wrong with the next matching requests.
 *
 * @param orderId the order whose requests it hits; empty = any
 * @param error what an {@link Effect#ERROR} is answered with; empty for the other effects
 * @param after for an error: the work is done before the error is told
 * @param times how many requests it hits
 * @param pause how long a delay or a hang lasts
 */
record Fault(
    Operation operation,
    Optional<String> orderId,
    Effect effect,
    Optional<Answer> error,
    boolean after,
    int times,
    Duration pause) {

  static final Fault NONE = of(null, Effect.NONE, Duration.ZERO);

  private static final int MOST_TIMES = 10_000;
  private static final long LONGEST_WAIT = Duration.ofHours(1).toMillis();

  /** The requests that can be hit. */
  enum Operation {
    CONFIRM(
        ALREADY_PROCESSED_PAYMENT,
        PROVIDER_ERROR,
        IDEMPOTENT_REQUEST_PROCESSING,
        FORBIDDEN_CONSECUTIVE_REQUEST,
        FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING,
        FAILED_INTERNAL_SYSTEM_PROCESSING,
        UNKNOWN_PAYMENT_ERROR,
        COMMON_ERROR),
    CANCEL(
        PROVIDER_ERROR,
        IDEMPOTENT_REQUEST_PROCESSING,
        FORBIDDEN_CONSECUTIVE_REQUEST,
        FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING,
        FAILED_INTERNAL_SYSTEM_PROCESSING,
        FAILED_METHOD_HANDLING_CANCEL,
        FAILED_REFUND_PROCESS,
        FAILED_PARTIAL_REFUND,
        COMMON_ERROR),
    LOOKUP(FORBIDDEN_CONSECUTIVE_REQUEST, FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING, COMMON_ERROR);

    /** The errors after which a client does not know whether the work was done. */
    final List<ErrorCode> ambiguous;

    Operation(ErrorCode... ambiguous) {
      this.ambiguous = List.of(ambiguous);
    }

    String wire() {
      return Fault.wire(this);
    }
  }

  /** What can go wrong. */
  enum Effect {
    NONE(0),
    /** All is as it should be, a little later. */
    DELAY(1_000),
    /** Nothing is done or answered for a while; then all is as if nothing was wrong. */
    HANG_BEFORE(30_000),
    /** The work is done, its answer comes a while later. */
    HANG_AFTER(30_000),
    /** The work is done, the connection is closed instead of an answer. */
    DROP_AFTER(0),
    /** An error is answered. */
    ERROR(0);

    private final int millis;

    Effect(int millis) {
      this.millis = millis;
    }
  }

  static Fault of(Operation operation, Effect effect, Duration pause) {
    return new Fault(operation, Optional.empty(), effect, Optional.empty(), false, 1, pause);
  }

  static Fault error(Operation operation, Answer error, boolean after) {
    return new Fault(
        operation, Optional.empty(), Effect.ERROR, Optional.of(error), after, 1, Duration.ZERO);
  }

  /** Reads what {@code POST /sandbox/faults} is sent. */
  static Fault from(JsonNode json) {
    Effect effect = named(Effect.class, json.path("effect").asText());
    if (effect == Effect.NONE) {
      throw INVALID_REQUEST.refusal();
    }
    return new Fault(
        named(Operation.class, json.path("operation").asText()),
        Optional.ofNullable(json.path("orderId").textValue()),
        effect,
        effect == Effect.ERROR ? Optional.of(error(json)) : Optional.empty(),
        json.path("after").asBoolean(false),
        (int) Json.whole(json, "times", 1, 1, MOST_TIMES),
        Duration.ofMillis(millis(json, effect)));
  }

  private static long millis(JsonNode json, Effect effect) {
    long seconds = Json.whole(json, "seconds", -1, 0, LONGEST_WAIT / 1000);
    return Json.whole(
        json, "millis", seconds < 0 ? effect.millis : seconds * 1000, 0, LONGEST_WAIT);
  }

  boolean hits(Operation operation, String orderId) {
    return this.operation == operation && (this.orderId.isEmpty() || holds(orderId));
  }

  private boolean holds(String orderId) {
    return this.orderId.get().equals(orderId);
  }

  Fault left(int times) {
    return new Fault(operation, orderId, effect, error, after, times, pause);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("operation", wire(operation));
    orderId.ifPresent(id -> json.put("orderId", id));
    json.put("effect", wire(effect));
    error.ifPresent(
        answer ->
            json.put("status", answer.status())
                .put("code", Json.object(answer.body()).get("code").textValue()));
    return json.put("after", after).put("times", times).put("millis", pause.toMillis());
  }

  private static Answer error(JsonNode json) {
    String name = json.path("code").asText(PROVIDER_ERROR.name());
    ErrorCode known = ErrorCode.named(name).orElse(PROVIDER_ERROR);
    int status = (int) Json.whole(json, "status", known.status, 400, 599);
    return Answer.error(status, name, known.message);
  }

  private static <E extends Enum<E>> E named(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> wire(value).equals(name))
        .findFirst()
        .orElseThrow(INVALID_REQUEST::refusal);
  }

  private static String wire(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
