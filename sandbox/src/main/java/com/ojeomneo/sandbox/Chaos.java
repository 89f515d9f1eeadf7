package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.INVALID_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ojeomneo.sandbox.Fault.Effect;
import com.ojeomneo.sandbox.Fault.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Faults at random, for as long as nobody ends them. The same seed and the same order of requests
 * give the same faults.
 */
final class Chaos {
  private static final List<String> EFFECTS =
      List.of("delay", "hang-before", "hang-after", "drop-after", "error", "error-after");
  private static final Set<String> FIELDS =
      Set.of("seed", "confirm", "cancel", "lookup", "delayMillis", "hangMillis");
  private static final int LONGEST_WAIT = 600_000;

  /** What a gateway in front of the provider answers when it cannot reach it. */
  private static final List<Answer> OF_GATEWAYS =
      List.of(Answer.bare(502), Answer.bare(503), Answer.bare(504));

  private record Range(int least, int most) {}

  private final ObjectNode json;
  private final Range delay;
  private final Range hang;
  private final Random random;

  private Chaos(ObjectNode json) {
    this.json = json;
    this.delay = range(json, "delayMillis", 50, 500);
    this.hang = range(json, "hangMillis", 3_000, 6_000);
    long seed = Json.whole(json, "seed", new Random().nextInt(), Long.MIN_VALUE, Long.MAX_VALUE);
    this.random = new Random(json.put("seed", seed).get("seed").longValue());
  }

  /**
   * Reads what {@code PUT /sandbox/chaos} is sent.
   *
   * @throws Refusal INVALID_REQUEST for a name that is not known, a probability that is none, or
   *     those of one operation adding up to more than 1
   */
  static Chaos from(JsonNode json) {
    Json.allowOnly(json, FIELDS);
    for (Operation operation : Operation.values()) {
      JsonNode odds = json.path(operation.wire());
      Json.allowOnly(odds, Set.copyOf(EFFECTS));
      double sum = 0;
      for (JsonNode chance : odds) {
        if (!chance.isNumber() || chance.doubleValue() < 0) {
          throw INVALID_REQUEST.refusal();
        }
        sum += chance.doubleValue();
      }
      if (!(odds.isObject() || odds.isMissingNode()) || sum > 1 + 1e-9) {
        throw INVALID_REQUEST.refusal();
      }
    }
    return new Chaos(json.deepCopy());
  }

  /** What it was made of, with all that was left out. */
  ObjectNode json() {
    return json.deepCopy();
  }

  /** Draws what happens to a request. */
  synchronized Fault next(Operation operation) {
    double drawn = random.nextDouble();
    for (String effect : EFFECTS) {
      drawn -= json.path(operation.wire()).path(effect).doubleValue();
      if (drawn < 0) {
        return fault(operation, effect);
      }
    }
    return Fault.NONE;
  }

  private Fault fault(Operation operation, String effect) {
    return switch (effect) {
      case "delay" -> Fault.of(operation, Effect.DELAY, within(delay));
      case "hang-before" -> Fault.of(operation, Effect.HANG_BEFORE, within(hang));
      case "hang-after" -> Fault.of(operation, Effect.HANG_AFTER, within(hang));
      case "drop-after" -> Fault.of(operation, Effect.DROP_AFTER, Duration.ZERO);
      default -> Fault.error(operation, error(operation), effect.equals("error-after"));
    };
  }

  private Answer error(Operation operation) {
    var errors = new ArrayList<>(OF_GATEWAYS);
    operation.ambiguous.forEach(code -> errors.add(code.answer()));
    return errors.get(random.nextInt(errors.size()));
  }

  private Duration within(Range range) {
    return Duration.ofMillis(random.nextInt(range.least, range.most + 1));
  }

  private static Range range(ObjectNode json, String field, int least, int most) {
    JsonNode given = json.path(field);
    if (given.isMissingNode()) {
      json.putArray(field).add(least).add(most);
      return new Range(least, most);
    }
    if (!(given instanceof ArrayNode pair)
        || pair.size() != 2
        || !pair.get(0).isInt()
        || !pair.get(1).isInt()
        || pair.get(0).intValue() < 0
        || pair.get(1).intValue() < pair.get(0).intValue()
        || pair.get(1).intValue() > LONGEST_WAIT) {
      throw INVALID_REQUEST.refusal();
    }
    return new Range(pair.get(0).intValue(), pair.get(1).intValue());
  }
}
