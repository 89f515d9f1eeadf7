package com.ojeomneo.platform.push;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * The origins that messages may be sent to. A browser names its push service itself, so whoever
 * speaks for a browser could have the Server call any address, also one inside; those of the known
 * services are all that is needed.
 *
 * @param origins like {@code https://push.example.com} or {@code https://*.example.com}
 */
public record PushServices(List<String> origins) {
  public boolean include(URI endpoint) {
    return endpoint.isAbsolute()
        && endpoint.getHost() != null
        && endpoint.getRawUserInfo() == null
        && endpoint.getRawFragment() == null
        && origins.stream().anyMatch(origin -> matches(origin, endpoint));
  }

  private static boolean matches(String origin, URI endpoint) {
    String scheme = endpoint.getScheme() + "://";
    String port = endpoint.getPort() == -1 ? "" : ":" + endpoint.getPort();
    String host = endpoint.getHost().toLowerCase(Locale.ROOT);
    int dot = host.indexOf('.');
    return origin.equals(scheme + host + port)
        || (dot > 0 && origin.equals(scheme + "*" + host.substring(dot) + port));
  }
}
