package com.ojeomneo.sandbox;

import static com.ojeomneo.sandbox.ErrorCode.FORBIDDEN_REQUEST;
import static com.ojeomneo.sandbox.ErrorCode.NOT_FOUND;

import com.ojeomneo.sandbox.Routes.Action;
import java.util.List;

/**
 * What only tests and people at this machine may do. To anybody but a direct peer on it the action
 * is not there; a web page of another origin, open in a browser on it, is refused too.
 */
final class LocalOnly {
  private static final List<String> FORWARDING =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private LocalOnly() {}

  static Action to(Action action) {
    return call -> {
      boolean forwarded = FORWARDING.stream().anyMatch(name -> call.header(name).isPresent());
      if (forwarded || !call.isFromLoopback() || !namesThisMachine(call)) {
        throw NOT_FOUND.refusal();
      }
      if (!call.method().equals("GET") && !isSameOrigin(call)) {
        throw FORBIDDEN_REQUEST.refusal();
      }
      action.answer(call);
    };
  }

  // A foreign name that resolves to this machine would make a foreign page same-origin.
  private static boolean namesThisMachine(Call call) {
    return call.header("Host").orElse("").matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
  }

  // Browsers send one of the two headers with every request that changes something; others none.
  private static boolean isSameOrigin(Call call) {
    return call.header("Sec-Fetch-Site")
        .map(site -> site.equals("same-origin") || site.equals("none"))
        .or(() -> call.header("Origin").map(origin -> origin.equals(ownOrigin(call))))
        .orElse(true);
  }

  private static String ownOrigin(Call call) {
    return "http://" + call.header("Host").orElse("");
  }
}
