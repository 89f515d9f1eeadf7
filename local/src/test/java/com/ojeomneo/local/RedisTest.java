package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisTest {
  @TempDir private Path folder;

  @Test
  void answersToItsPasswordOnly() throws Exception {
    Home home = TestHome.in(folder);
    Stack stack = new Stack(home, TestHome.quiet());
    var redis = new Redis(home, Secrets.of(home));
    redis.start(stack);
    try (var stranger = new Socket("127.0.0.1", redis.port())) {
      stranger.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(stranger.getInputStream().readNBytes(7))).isEqualTo("-NOAUTH");
    } finally {
      stack.stop();
    }
    assertThat(Ports.taken(redis.port())).isFalse();
  }

  @Test
  void anInstalledSevenIsPreferred() throws IOException {
    Path seven = installed("Redis server v=7.2.4 sha=00000000:0 malloc=libc bits=64");
    var found = RedisProgram.find(seven.toString(), folder);
    assertThat(found.version()).isEqualTo("7.2.4");
    assertThat(found.bundled()).isFalse();
  }

  @Test
  void theBundledOneIsTakenWhenTheInstalledIsTooOld() throws Exception {
    Path six = installed("Redis server v=6.0.16 sha=00000000:0 malloc=libc bits=64");
    Home home = TestHome.in(folder);
    var found = RedisProgram.find(List.of(six.toString()), home.programs());
    assertThat(found.version()).startsWith("6.2");
    assertThat(found.bundled()).isTrue();
  }

  private Path installed(String version) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path program =
        Files.writeString(bin.resolve("redis-server"), "#!/bin/sh\necho '" + version + "'\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return bin;
  }
}
