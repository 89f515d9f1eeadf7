package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.INVALID_REQUEST;
import static com.ojeomneo.sandbox.ErrorCode.PROVIDER_ERROR;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that goes wrong with the next matching requests.
 *
 * @param orderId the order whose requests it hits; empty = any
 * @param error what an {@link Effect#ERROR} is answered with; empty for the other effects
 * @param after for an error: the work is done before the error is told
 * @param times how many requests it hits
 * @param seconds how long a hang lasts
 */
record Fault(
    Operation operation,
    Optional<String> orderId,
    Effect effect,
    Optional<Answer> error,
    boolean after,
    int times,
    int seconds) {

  static final Fault NONE =
      new Fault(null, Optional.empty(), Effect.NONE, Optional.empty(), false, 1, 0);

  private static final int MOST_TIMES = 10_000;
  private static final int LONGEST_HANG = 3600;

  /** The requests that can be hit. */
  enum Operation {
    CONFIRM,
    CANCEL,
    LOOKUP
  }

  /** What can go wrong. */
  enum Effect {
    NONE,
    /** Nothing is done or answered for a while; then all is as if nothing was wrong. */
    HANG_BEFORE,
    /** The work is done, its answer comes a while later. */
    HANG_AFTER,
    /** The work is done, the connection is closed instead of an answer. */
    DROP_AFTER,
    /** An error is answered. */
    ERROR
  }

  /** The error that a client asked for by the header {@code TossPayments-Test-Code}. */
  static Fault of(ErrorCode code) {
    return new Fault(null, Optional.empty(), Effect.ERROR, Optional.of(code.answer()), false, 1, 0);
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
        between(1, json.path("times").asInt(1), MOST_TIMES),
        between(0, json.path("seconds").asInt(30), LONGEST_HANG));
  }

  boolean hits(Operation operation, String orderId) {
    return this.operation == operation && (this.orderId.isEmpty() || holds(orderId));
  }

  private boolean holds(String orderId) {
    return this.orderId.get().equals(orderId);
  }

  Fault left(int times) {
    return new Fault(operation, orderId, effect, error, after, times, seconds);
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
    return json.put("after", after).put("times", times).put("seconds", seconds);
  }

  private static Answer error(JsonNode json) {
    String name = json.path("code").asText(PROVIDER_ERROR.name());
    ErrorCode known = ErrorCode.named(name).orElse(PROVIDER_ERROR);
    int status = between(400, json.path("status").asInt(known.status), 599);
    return Answer.error(status, name, known.message);
  }

  private static int between(int least, int value, int most) {
    if (value < least || value > most) {
      throw INVALID_REQUEST.refusal();
    }
    return value;
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
