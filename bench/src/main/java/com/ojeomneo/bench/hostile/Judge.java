package com.ojeomneo.bench.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.bench.hostile.Shot.Kind;
import com.ojeomneo.bench.hostile.World.Victim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads every answer: what it must never be, and what it must never have in it. */
final class Judge {
  /** What only somebody who looks into the machine should see. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "com\\.ojeomneo|org\\.(jooq|postgresql|jboss|jose4j)|io\\.(quarkus|vertx|netty|lettuce)"
              + "|java\\.(lang|util|io|time)\\.|com\\.fasterxml|jakarta\\.|\\bat [a-z]\\w*\\.[\\w.$]+\\("
              + "|\\w+Exception\\b|SQLSTATE|(?i:\\b(select|insert into|delete from) [^.]* (from|values|where) )"
              + "|BEGIN [A-Z ]*PRIVATE KEY|\"d\":\"");

  private static final int SERVER_ERROR = 500;
  private static final int CLIENT_ERROR = 400;
  private static final int FORBIDDEN = 403;

  /** Of the HTTP layer, which knows no operation; it says so with an empty body. */
  private static final Set<Integer> NOT_UNDERSTOOD = Set.of(400, 408, 413, 414, 417, 431);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> secrets;
  private final Victim victim;

  private Judge(List<String> secrets, Victim victim) {
    this.secrets = secrets;
    this.victim = victim;
  }

  /**
   * @param stack where the secrets of the stack are
   */
  static Judge of(Path stack, Victim victim) throws IOException {
    var secrets = new ArrayList<String>();
    for (var secret :
        JSON.readTree(Files.readAllBytes(stack.resolve("secrets.json"))).properties()) {
      String value = secret.getValue().asText();
      switch (secret.getKey()) {
        case "toss.client-key" -> {
          // Every browser that pays has it.
        }
        case "vapid.keys", "apple.keys" -> secrets.add(value.split(" ")[0]);
        case "jwt.private-keys" ->
            JSON.readTree(value).path("keys").forEach(key -> secrets.add(key.path("d").asText()));
        default -> secrets.add(value);
      }
    }
    return new Judge(secrets, victim);
  }

  /** What is wrong with it, if anything. */
  Optional<String> fault(Shot shot, Answer answer) {
    return Stream.of(ofStatus(shot, answer), ofShape(shot, answer), ofText(shot, answer))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> ofStatus(Shot shot, Answer answer) {
    int status = answer.status();
    if (status >= SERVER_ERROR) {
      return Optional.of("%d: the Server's own fault".formatted(status));
    }
    if (status <= 0) {
      return shot.kind() == Kind.MALFORMED ? Optional.empty() : Optional.of("no answer");
    }
    Operation operation = shot.operation();
    if (operation == null || operation.promises(status)) {
      return Optional.empty();
    }
    return answer.body().length == 0 && NOT_UNDERSTOOD.contains(status)
        ? Optional.empty()
        : Optional.of("%d is not in the document of %s".formatted(status, operation));
  }

  private static Optional<String> ofShape(Shot shot, Answer answer) {
    boolean empty = answer.body().length == 0;
    if (answer.status() < CLIENT_ERROR || empty && isBodiless(shot, answer)) {
      return Optional.empty();
    }
    if (!answer.header("Content-Type").startsWith("application/problem+json")) {
      return Optional.of(
          "%d is no problem: %s".formatted(answer.status(), answer.header("Content-Type")));
    }
    try {
      JsonNode problem = JSON.readTree(answer.body());
      return empty || problem.path("status").asInt() == answer.status()
          ? Optional.empty()
          : Optional.of("a problem of another status: " + problem.path("status"));
    } catch (IOException broken) {
      return Optional.of("a problem that is no JSON");
    }
  }

  /** To a HEAD, to a page of elsewhere, which no browser lets read it, or from the HTTP layer. */
  private static boolean isBodiless(Shot shot, Answer answer) {
    return shot.isHead()
        || answer.status() == FORBIDDEN && shot.text().contains("\r\nOrigin: ")
        || NOT_UNDERSTOOD.contains(answer.status())
        || shot.kind() == Kind.MALFORMED;
  }

  private Optional<String> ofText(Shot shot, Answer answer) {
    String text = answer.head() + answer.text();
    // Its names are those of what it measures; that nobody gets it by way of a proxy has a test.
    boolean metrics = text.contains("# HELP jvm_");
    for (String secret : secrets) {
      if (text.contains(secret)) {
        return Optional.of("has a secret of the stack in it");
      }
    }
    for (String theirs :
        List.of(victim.id(), victim.token(), victim.refreshToken(), victim.note())) {
      if (text.contains(theirs)) {
        return Optional.of("has somebody else's data in it");
      }
    }
    if (text.contains(Values.PASSWORD)) {
      return Optional.of("has a password in it");
    }
    // A problem's instance is the address that was asked for, whatever that was.
    Matcher inside = INSIDE.matcher(text);
    return !metrics && inside.find() && !shot.text().contains(inside.group())
        ? Optional.of("shows the inside: " + inside.group())
        : Optional.empty();
  }
}
