package com.ojeomneo.drills;

import com.ojeomneo.drills.Api.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Log-ins of one address: ten a minute, whoever counts. */
final class LimitUse implements Use {
  private static final int LIMIT = 10;
  private static final int TOO_MANY_REQUESTS = 429;

  private final List<Side> sides;

  LimitUse(List<Side> sides) {
    this.sides = sides;
  }

  @Override
  public String name() {
    return "요청 제한 · rate limit";
  }

  @Override
  public Trial tryOut() throws IOException, InterruptedException {
    var trial = new Trial();
    for (Side side : sides) {
      String somebody = Side.newAddress();
      String another = Side.newAddress();
      for (int i = 1; i <= LIMIT + 2; i++) {
        Answer answer = logIn(side, somebody);
        trial.expect(isRefused(answer) == i > LIMIT, "%s: log-in %d is %s", side, i, answer);
        trial.expect(isTold(answer), "%s: no limits in %s", side, answer.headers().map());
      }
      trial.expect(!isRefused(logIn(side, another)), "%s refuses who asks once", side);
    }
    return trial;
  }

  /** What it says is never looked at: the request is counted before. */
  private static Answer logIn(Side side, String address) throws IOException, InterruptedException {
    return side.from(address).post(null, "/auth/login", null, Map.of());
  }

  private static boolean isRefused(Answer answer) {
    return answer.status() == TOO_MANY_REQUESTS;
  }

  private static boolean isTold(Answer answer) {
    return Stream.of("RateLimit", "RateLimit-Policy", "Retry-After")
        .filter(header -> isRefused(answer) || !header.equals("Retry-After"))
        .allMatch(header -> answer.headers().firstValue(header).isPresent());
  }

  /** All nodes count together. */
  @Override
  public boolean isThroughRedis() throws IOException, InterruptedException {
    String somebody = Side.newAddress();
    for (int i = 0; i < LIMIT; i++) {
      if (isRefused(logIn(sides.get(i % sides.size()), somebody))) {
        return false;
      }
    }
    for (Side side : sides) {
      if (!isRefused(logIn(side, somebody))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Trial lookBack() {
    return new Trial();
  }
}
