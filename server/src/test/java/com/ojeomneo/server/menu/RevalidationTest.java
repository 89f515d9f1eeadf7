package com.ojeomneo.server.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ojeomneo.server.Shop;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plain HTTP client: others compress and cache on their own account. */
@QuarkusTest
@WithTestResource(TestStack.class)
class RevalidationTest {
  @TestHTTPResource URI server;

  private final HttpClient client = HttpClient.newHttpClient();
  private Shop shop;
  private URI menus;

  @BeforeEach
  void aMenuWorthCompressing() {
    shop = Shop.open();
    for (int i = 0; i < 10; i++) {
      shop.dish("메뉴 " + i, 4000);
    }
    menus = server.resolve("/ojeomneo/v1/menus?storeId=" + shop.id());
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void anUnchangedAnswerCostsNoBody() throws Exception {
    var first = get();
    String tag = tag(first);
    assertThat(first.headers().firstValue("Vary")).contains("Accept-Encoding, Accept-Language");

    var second = get("If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(tag(second)).isEqualTo(tag);
    assertThat(second.headers().firstValue("Vary")).contains("Accept-Encoding, Accept-Language");
    assertThat(get("If-None-Match", "\"other\", W/" + tag).statusCode()).isEqualTo(304);
    assertThat(get("If-None-Match", "*").statusCode()).isEqualTo(304);
    assertThat(get("If-None-Match", "\"other\"").statusCode()).isEqualTo(200);

    shop.dish("새 메뉴", 4000);
    await().until(() -> get("If-None-Match", tag).statusCode() == 200);
  }

  @Test
  void eachEncodingAndLanguageHasItsOwnTag() throws Exception {
    var plain = get();
    var zipped = get("Accept-Encoding", "br, gzip;q=0.8");
    var english = get("Accept-Language", "en-US,en;q=0.9");

    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(unzipped(zipped.body())).isEqualTo(plain.body());
    assertThat(zipped.body()).hasSizeLessThan(plain.body().length);
    assertThat(tag(plain)).isNotEqualTo(tag(zipped)).isNotEqualTo(tag(english));
    assertThat(get("Accept-Encoding", "gzip", "If-None-Match", tag(plain)).statusCode())
        .isEqualTo(200);
    assertThat(get("Accept-Encoding", "gzip", "If-None-Match", tag(zipped)).statusCode())
        .isEqualTo(304);
  }

  @Test
  void headTellsWhatGetWould() throws Exception {
    var got = get();
    var head =
        client.send(
            HttpRequest.newBuilder(menus)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofByteArray());

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(tag(head)).isEqualTo(tag(got));
  }

  private HttpResponse<byte[]> get(String... headers) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(menus);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String tag(HttpResponse<?> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  private static byte[] unzipped(byte[] body) throws IOException {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return gzip.readAllBytes();
    }
  }
}
