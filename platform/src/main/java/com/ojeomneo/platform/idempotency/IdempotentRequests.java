package com.ojeomneo.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.problem.ProblemAnswers;
import com.ojeomneo.platform.problem.ProblemBody;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jooq.DSLContext;

/** {@link IdempotencyKeys} for HTTP: what is compared is the request as it was understood. */
@Singleton
public class IdempotentRequests {
  public static final String HEADER = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final IdempotencyKeys keys;
  private final ProblemAnswers problems;
  private final ObjectMapper json;

  IdempotentRequests(IdempotencyKeys keys, ProblemAnswers problems, ObjectMapper json) {
    this.keys = keys;
    this.problems = problems;
    this.json = json;
  }

  /** The request's own store for its answer, to be called inside the transaction of its work. */
  @FunctionalInterface
  public interface Recorder {
    void store(DSLContext tx, int status, Object body);
  }

  /**
   * Answers a request that may come twice. A refusal (a {@link Problem} below 500) is an answer
   * like any other and is stored.
   *
   * @param key the header's value; null runs the work without remembering it
   * @param command the request's body as it was read: the same key with another one is refused
   * @param work returns status and body
   */
  public Response answer(
      RoutingContext request,
      UUID caller,
      String key,
      Object command,
      Function<Recorder, Answered> work) {
    if (key == null) {
      Answered answered = work.apply((tx, status, body) -> {});
      return respond(new Answer(answered.status(), write(answered.body())));
    }
    requireWellFormed(key);
    String route = request.request().method() + " " + request.normalizedPath();
    return respond(
        keys.once(caller, route, key, hash(command), claim -> work(request, claim, work)));
  }

  /**
   * @throws Problem 400 unless the key is null or 1 to 255 visible ASCII characters
   */
  public static void requireWellFormed(String key) {
    if (key != null && !KEY.matcher(key).matches()) {
      throw Problem.invalid(
          HEADER, "공백 없는 ASCII 1~255자로 보내 주세요.", "Send 1 to 255 visible ASCII characters.");
    }
  }

  /** What the work came to. */
  public record Answered(int status, Object body) {}

  private Answer work(RoutingContext request, Claim claim, Function<Recorder, Answered> work) {
    try {
      Answered answered =
          work.apply((tx, status, body) -> claim.store(tx, new Answer(status, write(body))));
      return new Answer(answered.status(), write(answered.body()));
    } catch (Problem refusal) {
      var answer = new Answer(refusal.code().status(), write(problems.body(refusal, request)));
      if (!answer.isFinal()) {
        throw refusal;
      }
      return answer;
    }
  }

  private static Response respond(Answer answer) {
    return Response.status(answer.status())
        .type(answer.status() < 400 ? MediaType.APPLICATION_JSON : ProblemBody.MEDIA_TYPE)
        .header("Cache-Control", "no-store")
        .entity(answer.body())
        .build();
  }

  private byte[] hash(Object command) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(command));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String write(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
