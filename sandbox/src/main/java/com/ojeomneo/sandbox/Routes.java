package com.ojeomneo.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which action answers which request; all that goes wrong in one becomes an answer here. */
final class Routes implements HttpHandler {
  private static final System.Logger LOG = System.getLogger(Routes.class.getName());

  /** Answers a call, or throws a {@link Refusal}. */
  interface Action {
    void answer(Call call) throws Exception;
  }

  private record Route(String method, Pattern path, Action action) {}

  private final List<Route> routes = new ArrayList<>();

  /**
   * @param path may hold one {@code {}}, which stands for any one segment
   */
  Routes on(String method, String path, Action action) {
    routes.add(new Route(method, Pattern.compile(path.replace("{}", "([^/\\x00]+)")), action));
    return this;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    var allowed = new ArrayList<String>();
    for (Route route : routes) {
      Matcher match = route.path.matcher(path);
      if (match.matches()) {
        if (route.method.equals(exchange.getRequestMethod())) {
          String segment = match.groupCount() == 0 ? null : match.group(1);
          answer(route.action, new Call(exchange, segment));
          return;
        }
        allowed.add(route.method);
      }
    }
    var call = new Call(exchange, null);
    if (allowed.isEmpty()) {
      call.reply(ErrorCode.NOT_FOUND.answer());
    } else {
      call.header("Allow", allowed.stream().distinct().collect(Collectors.joining(", ")));
      call.reply(ErrorCode.METHOD_NOT_ALLOWED.answer());
    }
  }

  private static void answer(Action action, Call call) throws IOException {
    try {
      action.answer(call);
    } catch (Refusal refusal) {
      call.reply(refusal.code.answer());
    } catch (IOException e) {
      call.drop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      call.drop();
    } catch (Exception e) {
      LOG.log(Level.ERROR, call.method() + " " + call.path(), e);
      call.reply(ErrorCode.FAILED_INTERNAL_SYSTEM_PROCESSING.answer());
    }
  }
}
