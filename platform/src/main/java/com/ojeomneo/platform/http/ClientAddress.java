package com.ojeomneo.platform.http;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request comes from. Each proxy adds the address of its peer at the right of {@code
 * X-Forwarded-For}; whatever stands to the left of what our own proxies added, anybody may have
 * written.
 */
@Singleton
public class ClientAddress {
  private static final int LONGEST = 60;
  private static final int PREFIX_GROUPS = 4;

  private final int trustedProxies;

  ClientAddress(@ConfigProperty(name = "ojeomneo.http.trusted-proxies") int trustedProxies) {
    this.trustedProxies = trustedProxies;
  }

  /** An IPv4 address, or the /64 of an IPv6 address, which is what one customer has. */
  public String of(RoutingContext request) {
    // Not that of the request, which a proxy setting of the framework may change.
    SocketAddress peer = request.request().connection().remoteAddress();
    return of(
        request.request().headers().getAll("X-Forwarded-For"),
        peer == null ? null : peer.hostAddress());
  }

  /**
   * @param forwarded the lines of the header, in their order
   * @param peer who is connected; also the answer when the header has no address where it should,
   *     as in a request that did not come through all the proxies
   */
  String of(List<String> forwarded, String peer) {
    if (trustedProxies > 0 && !forwarded.isEmpty()) {
      String[] hops = String.join(",", forwarded).split(",", -1);
      if (hops.length >= trustedProxies) {
        InetAddress client = parse(hops[hops.length - trustedProxies].strip());
        if (client != null) {
          return group(client);
        }
      }
    }
    InetAddress connected = peer == null ? null : parse(peer);
    return connected == null ? "unknown" : group(connected);
  }

  /** Never asks a name server. Some proxies add the port. */
  private static InetAddress parse(String text) {
    String literal = text;
    if (text.startsWith("[") && text.contains("]")) {
      literal = text.substring(1, text.indexOf(']'));
    } else if (text.indexOf(':') >= 0 && text.indexOf(':') == text.lastIndexOf(':')) {
      literal = text.substring(0, text.indexOf(':'));
    }
    try {
      return literal.isEmpty() || literal.length() > LONGEST
          ? null
          : InetAddress.ofLiteral(literal);
    } catch (IllegalArgumentException garbage) {
      return null;
    }
  }

  private static String group(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    byte[] bytes = address.getAddress();
    var prefix = new StringBuilder();
    for (int i = 0; i < 2 * PREFIX_GROUPS; i += 2) {
      prefix.append(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff)).append(':');
    }
    return prefix.append(":/64").toString();
  }
}
