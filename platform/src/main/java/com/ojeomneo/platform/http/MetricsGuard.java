package com.ojeomneo.platform.http;

import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.problem.ProblemAnswers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * {@code /metrics} is for the cluster only: a peer in a loopback or private range, and no sign that
 * a proxy passed the request on from outside. Everyone else gets the 404 of a page that is not
 * there.
 */
@Singleton
class MetricsGuard {
  private static final Pattern FORWARDING =
      Pattern.compile(
          "x-forwarded.*|x-original-forwarded.*|forwarded|via|x-real-ip|x-client-ip|"
              + "x-cluster-client-ip|true-client-ip|cf-connecting-ip",
          Pattern.CASE_INSENSITIVE);

  private final ProblemAnswers answers;

  MetricsGuard(ProblemAnswers answers) {
    this.answers = answers;
  }

  void register(@Observes Filters filters) {
    filters.register(
        request -> {
          String path = request.normalizedPath();
          boolean metrics = path.equals("/metrics") || path.startsWith("/metrics/");
          if (metrics && !isInternal(request)) {
            answers.send(Problem.notFound(), request);
          } else {
            request.next();
          }
        },
        900);
  }

  private static boolean isInternal(RoutingContext request) {
    if (request.request().headers().names().stream()
        .anyMatch(h -> FORWARDING.matcher(h).matches())) {
      return false;
    }
    SocketAddress peer = request.request().connection().remoteAddress();
    return peer != null && peer.hostAddress() != null && isPrivate(peer.hostAddress());
  }

  static boolean isPrivate(String address) {
    try {
      InetAddress ip = InetAddress.getByName(address);
      boolean uniqueLocal = ip instanceof Inet6Address && (ip.getAddress()[0] & 0xfe) == 0xfc;
      return ip.isLoopbackAddress() || ip.isSiteLocalAddress() || uniqueLocal;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
