package com.ojeomneo.bench.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What is hardly HTTP: each asks to be closed after it, since nobody knows where it ends. */
final class Malformations {
  private static final String CLOSE = "Connection: close\r\n";

  private final Random random;

  Malformations(Random random) {
    this.random = random;
  }

  byte[] of(Draft draft) {
    draft.header("Connection", "close");
    if (random.nextInt(4) == 0) {
      draft.target = one(TARGETS);
      return draft.bytes();
    }
    if (random.nextInt(4) == 0) {
      draft.method = one(METHODS);
      return draft.bytes();
    }
    if (random.nextInt(4) == 0) {
      return draft.bytes(one(VERSIONS), true);
    }
    if (random.nextInt(3) == 0) {
      return noise(draft.bytes());
    }
    String lines = one(LINES);
    byte[] body = draft.body == null ? "x".getBytes(StandardCharsets.US_ASCII) : draft.body;
    String head =
        "%s %s HTTP/1.1\r\nHost: localhost\r\n%s%s\r\n"
            .formatted(random.nextBoolean() ? "POST" : draft.method, draft.target, CLOSE, lines);
    return Bytes.of(head, body);
  }

  /** Some octets of it are others. */
  private byte[] noise(byte[] bytes) {
    int head = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      bytes[random.nextInt(head)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static final String API = "/ojeomneo/v1";

  private static final List<String> TARGETS =
      List.of(
          "http://evil.example" + API + "/users/me",
          "https://user:word@evil.example:1/" + API,
          "http://",
          "http://[::1",
          "http:///" + API + "/stores",
          "evil.example:443",
          "*",
          "?",
          "#",
          "",
          API.substring(1) + "/stores",
          "//evil.example" + API + "/stores",
          API + "//stores",
          API + "/../../etc/passwd",
          API + "/%2e%2e/%2e%2e/metrics",
          API + "/..%2f..%2fmetrics",
          API + "/stores/%2e%2e%2f",
          API + "/stores;a=b/%00",
          API + "/stores/%",
          API + "/stores/%z",
          API + "/stores?%",
          API + "/stores?limit=%zz&cursor=%",
          API + "/menus?q=%c0%ae%c0%ae",
          API + "/menus?q=%ed%a0%80",
          API + "/menus/\u00ff\u00fe",
          API + "/menus?q=\u00ea\u00b9\u0080",
          API + "/menus?q=[]{}|^`\"<>\\",
          API + "/" + "x".repeat(3900),
          API + "/" + "x".repeat(9000),
          API + "/menus?q=" + "%41".repeat(3000),
          API + "/menus?" + "a&".repeat(1500),
          API + "/menus?" + "=".repeat(1500),
          API + "/./stores/.",
          API + "/stores\\..\\menus",
          "\\" + API,
          API + "/stores\t",
          API + "/stores x");

  private static final List<String> METHODS =
      List.of(
          "CONNECT",
          "TRACE",
          "PRI",
          "get",
          "NONSENSE",
          "G\u00cbT",
          "PROPFIND",
          "X".repeat(5000),
          "",
          " GET",
          "GET\t",
          "A/B",
          "@",
          "M-SEARCH");

  private static final List<String> VERSIONS =
      List.of(
          "HTTP/1.0",
          "HTTP/0.9",
          "HTTP/1.2",
          "HTTP/2.0",
          "HTTP/3",
          "HTTP/9.9",
          "HTTP/1.1.1",
          "HTTP/11",
          "http/1.1",
          "HTCPCP/1.0",
          "",
          "HTTP/-1.1",
          "HTTP/1.99999999999");

  private static final List<String> LINES =
      List.of(
          "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
          "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
          "Content-Length: 5\r\nContent-Length: 6\r\n",
          "Content-Length: 5, 6\r\n",
          "Content-Length: -1\r\n",
          "Content-Length: +5\r\n",
          "Content-Length: 0x5\r\n",
          "Content-Length: 99999999999999999999\r\n",
          "Content-Length: 9223372036854775807\r\n",
          "Content-Length: 300000\r\n",
          "Content-Length:\r\n",
          "Transfer-Encoding: chunked, identity\r\n",
          "Transfer-Encoding: xchunked\r\n",
          "Transfer-Encoding: chunked\r\n\r\nZZ\r\nx\r\n0\r\n",
          "Transfer-Encoding: chunked\r\n\r\n-1\r\nx\r\n0\r\n",
          "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n",
          "Transfer-Encoding: chunked\r\n\r\n5;" + "e".repeat(9000) + "\r\nhello\r\n0\r\n",
          "Transfer-Encoding:\u000bchunked\r\n",
          "Transfer-Encoding : chunked\r\n",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n",
          "X-Folded: a\r\n b\r\n",
          " X-First: a\r\n",
          "X-Bare: a\nX-Line: b\n",
          "X-Return: a\rb\r\n",
          "X Space: a\r\n",
          "X-Nul: a\u0000b\r\n",
          "\u0000: a\r\n",
          ": no name\r\n",
          "no colon\r\n",
          "Host: evil.example\r\n",
          "Host: a\r\nHost: b\r\n",
          "Host: [::\r\n",
          "Host: evil.example:99999999\r\n",
          "Host: a b/c?d\r\n",
          "Host:\r\n",
          "X-Long: " + "h".repeat(20_000) + "\r\n",
          "X-Many: h\r\n".repeat(1200),
          "Expect: 100-continue\r\nContent-Length: 1\r\n",
          "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAAA\r\n",
          "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n",
          "Content-Type: multipart/form-data; boundary=\r\nContent-Length: 1\r\n",
          "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n",
          "Cookie: a=\u0001\u007f\u00ff\r\n",
          "Trailer: Content-Length\r\nTE: trailers\r\n");
}
