package com.ojeomneo.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ojeomneo.platform.environment.Environment;
import com.ojeomneo.platform.environment.TestCertificate;
import io.lettuce.core.RedisException;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a Redis that speaks nothing but TLS, with a certificate of {@code localhost}. */
class RedisTlsTest {
  private static final File INSTALLED = new File("/usr/bin/redis-server");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path folder;

  private static TestCertificate its;
  private static Process redis;
  private static int port;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(INSTALLED.canExecute(), "redis-server is not installed");
    its = TestCertificate.of(folder.resolve("its"), "dns:localhost");
    port = freePort();
    redis =
        new ProcessBuilder(
                INSTALLED.getPath(),
                "--port",
                "0",
                "--tls-port",
                String.valueOf(port),
                "--tls-cert-file",
                its.certificate().toString(),
                "--tls-key-file",
                its.key().toString(),
                "--tls-auth-clients",
                "no",
                "--save",
                "")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.log").toFile())
            .start();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (redis != null) {
      redis.destroy();
      redis.waitFor();
    }
  }

  @Test
  void whoKnowsTheAuthorityTalksAndListens() {
    var link = link("localhost", tls(its));
    try {
      await().atMost(PATIENCE).until(link::isUp);
      assertThat(link.call(r -> r.set("a", "b"))).hasValue("OK");
      link.connectPubSub().close();
    } finally {
      link.close();
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() {
    awaitRedis();
    var others = TestCertificate.of(folder.resolve("others"), "dns:localhost");
    refused("localhost", tls(others), "certif");
    refused("localhost", new RedisTls(true, Optional.empty()), "certif");
  }

  @Test
  void aCertificateOfAnotherNameIsRefused() {
    awaitRedis();
    refused("127.0.0.1", tls(its), "127.0.0.1");
  }

  @Test
  void inTheClearThereIsNoRedis() {
    awaitRedis();
    var link = link("localhost", RedisTls.none());
    try {
      assertThat(link.isUp()).isFalse();
    } finally {
      link.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"REDIS_TLS, yes", "REDIS_CA, /no/such/s3cret.pem"})
  void whatIsWrongIsNamedAndNotQuoted(String name, String value) {
    var environment = new Environment(Map.of("REDIS_HOST", "redis", name, value));
    assertThatThrownBy(environment::requireRedis)
        .hasMessageStartingWith(name + " must be ")
        .hasMessageNotContaining(value);
  }

  private static void refused(String host, RedisTls tls, String why) {
    var link = link(host, tls);
    try {
      assertThatThrownBy(link::connectPubSub)
          .isInstanceOf(RedisException.class)
          .hasStackTraceContaining(why);
    } finally {
      link.close();
    }
  }

  private static void awaitRedis() {
    var link = link("localhost", tls(its));
    try {
      await().atMost(PATIENCE).until(link::isUp);
    } finally {
      link.close();
    }
  }

  private static RedisTls tls(TestCertificate authority) {
    return new RedisTls(true, Optional.of(authority.certificate().toFile()));
  }

  private static RedisLink link(String host, RedisTls tls) {
    return RealRedis.link(host, port, Duration.ofSeconds(5), tls);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
