package com.ojeomneo.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * {@code /metrics} is for the cluster only: a peer in a loopback or private range, and no sign that
 * a proxy passed the request on from outside. Everyone else gets the 404 of a page that is not
 * there.
 */
@Singleton
class MetricsGuard {
  private static final List<String> FORWARDING =
      List.of(
          "X-Forwarded-For",
          "Forwarded",
          "X-Real-IP",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "Via");

  void register(@Observes Filters filters) {
    filters.register(
        request -> {
          String path = request.normalizedPath();
          boolean metrics = path.equals("/metrics") || path.startsWith("/metrics/");
          if (metrics && !isInternal(request)) {
            request.response().setStatusCode(404).end();
          } else {
            request.next();
          }
        },
        900);
  }

  private static boolean isInternal(RoutingContext request) {
    if (FORWARDING.stream().anyMatch(h -> request.request().headers().contains(h))) {
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
