package com.ojeomneo.bench.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.bench.hostile.Operation.Parameter;
import com.ojeomneo.bench.hostile.Shot.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes the requests: which one follows only from the seed, its number and what there is. */
final class Generator {
  private static final int VALID_OF_100 = 35;
  private static final int MUTATED_OF_100 = 50;
  private static final int RARE_ONE_IN = 10;

  private final World world;
  private final long seed;

  Generator(World world, long seed) {
    this.world = world;
    this.seed = seed;
  }

  Shot shot(int number, Customer customer) {
    var random = new Random(seed * 1_000_003 + number);
    random.nextInt(); // Neighbouring seeds begin alike.
    int share = random.nextInt(100);
    Operation operation = operation(random);
    Draft draft = valid(operation, customer, random);
    if (share < VALID_OF_100) {
      return new Shot(Kind.VALID, operation, draft.customer, draft.bytes());
    }
    if (share < VALID_OF_100 + MUTATED_OF_100) {
      boolean known = new Mutations(random, world).mutate(draft);
      return new Shot(Kind.MUTATED, known ? operation : null, draft.customer, draft.bytes());
    }
    return new Shot(Kind.MALFORMED, null, null, new Malformations(random).of(draft));
  }

  private Operation operation(Random random) {
    while (true) {
      Operation operation = world.operations().get(random.nextInt(world.operations().size()));
      if (!operation.isRare() || random.nextInt(RARE_ONE_IN) == 0) {
        return operation;
      }
    }
  }

  /** As the document wants it, with a token. */
  private Draft valid(Operation operation, Customer customer, Random random) {
    var values = new Values(world, random, customer);
    var draft = new Draft(operation.method(), customer);
    var path = operation.path();
    var query = new ArrayList<String>();
    for (Parameter parameter : operation.parameters()) {
      String name = parameter.name();
      switch (parameter.in()) {
        case "path" ->
            path = path.replace("{" + name + "}", encoded(values.segment(operation.path(), name)));
        case "query" -> {
          if (random.nextBoolean()) {
            query.add(name + "=" + encoded(asked(values, name, parameter.schema())));
          }
        }
        case "header" -> draft.headers.add(List.of(name, values.text(name)));
        default -> {
          // Its cookie has a path of its own, and belongs to a browser.
        }
      }
    }
    draft.target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    draft.headers.add(List.of("Authorization", "Bearer " + customer.token()));
    if (!operation.body().isMissingNode()) {
      JsonNode body = values.of("body", operation.body());
      draft.headers.add(List.of("Content-Type", "application/json"));
      draft.body = body.toString().getBytes(StandardCharsets.UTF_8);
    }
    return draft;
  }

  private static String asked(Values values, String name, JsonNode schema) {
    return name.equals("version") ? "1.2.3" : values.of(name, schema).asText();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
