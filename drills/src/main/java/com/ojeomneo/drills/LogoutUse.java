package com.ojeomneo.drills;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.drills.Api.Answer;
import com.ojeomneo.local.LoneRedis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Who logs out on one node is out on the other, and stays out. */
final class LogoutUse implements Use {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int UNAUTHORIZED = 401;

  private final List<Side> sides;
  private final LoneRedis redis;
  private final List<String> revoked = new ArrayList<>();

  LogoutUse(List<Side> sides, LoneRedis redis) {
    this.sides = sides;
    this.redis = redis;
  }

  @Override
  public String name() {
    return "로그아웃 · token blacklist";
  }

  @Override
  public Trial tryOut() throws IOException, InterruptedException {
    var trial = new Trial();
    Api here = sides.getFirst().from(Side.newAddress());
    Answer entered = here.post(null, "/auth/guest", null, Map.of("deviceId", "drill"));
    String token = entered.body().path("accessToken").asText();
    for (Side side : sides) {
      trial.expect(me(side, token) == OK, "%s does not know who has just come", side);
    }
    int loggedOut = here.post(token, "/auth/logout", null, Map.of()).status();
    trial.expect(loggedOut == NO_CONTENT, "log-out is %d", loggedOut);
    trial.expect(isOut(sides.getFirst(), token), "who has logged out is still there");
    for (Side side : sides) {
      trial.expectSoon(() -> isOut(side, token), "%s lets in who has logged out", side);
    }
    revoked.add(token);
    return trial;
  }

  private static int me(Side side, String token) throws IOException, InterruptedException {
    return side.from(Side.newAddress()).get(token, "/users/me").status();
  }

  private static boolean isOut(Side side, String token) throws IOException, InterruptedException {
    return me(side, token) == UNAUTHORIZED;
  }

  /** It has a copy of all of them. */
  @Override
  public boolean isThroughRedis() throws IOException {
    for (String token : revoked) {
      byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
      if (!redis.has("token:blacklist:" + JSON.readTree(claims).path("jti").asText())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Trial lookBack() throws IOException, InterruptedException {
    var trial = new Trial();
    for (Side side : sides) {
      for (String token : revoked) {
        trial.expect(isOut(side, token), "%s lets in who had logged out", side);
      }
    }
    return trial;
  }
}
