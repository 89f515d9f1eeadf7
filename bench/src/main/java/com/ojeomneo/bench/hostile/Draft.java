package com.ojeomneo.bench.hostile;

import java.util.ArrayList;
import java.util.List;

/** A request that may still be changed. */
final class Draft {
  String method;
  String target = "/";
  Customer customer;
  final List<List<String>> headers = new ArrayList<>();

  /** Null for none. */
  byte[] body;

  Draft(String method, Customer customer) {
    this.method = method;
    this.customer = customer;
  }

  byte[] bytes() {
    return bytes("HTTP/1.1", true);
  }

  byte[] bytes(String version, boolean withLength) {
    var head = new StringBuilder("%s %s %s\r\n".formatted(method, target, version));
    if (headers.stream().noneMatch(header -> header.getFirst().equalsIgnoreCase("Host"))) {
      head.append("Host: localhost\r\n");
    }
    headers.forEach(header -> head.append(header.get(0) + ": " + header.get(1) + "\r\n"));
    if (withLength && (body != null || !method.matches("GET|HEAD|DELETE|OPTIONS"))) {
      head.append("Content-Length: %d\r\n".formatted(body == null ? 0 : body.length));
    }
    return Bytes.of(head + "\r\n", body == null ? new byte[0] : body);
  }

  /** Replaces what is there under that name. */
  void header(String name, String value) {
    headers.removeIf(header -> header.getFirst().equalsIgnoreCase(name));
    headers.add(List.of(name, value));
  }
}
