package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "::1"})
  void aTakenPortIsNamedWithTheOptionThatChangesIt(String address) throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getByName(address))) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> Ports.requireFree("Server", port, "--server-port"))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining(String.valueOf(port))
          .hasMessageContaining("--server-port");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 65536})
  void aNumberThatIsNoPortIsRefused(int port) {
    assertThatThrownBy(() -> Ports.requireValid("--server-port", port))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("--server-port");
  }

  @Test
  void theUsualPortIsTakenWhenItIsFreeAndRemembered() {
    Path file = folder.resolve("ports.json");
    int usual = Ports.anyFree();
    assertThat(Ports.remembered(file, "redis", usual)).isEqualTo(usual);
    assertThat(Ports.remembered(file, "redis", Ports.anyFree())).isEqualTo(usual);
  }

  @Test
  void anotherPortIsFoundWhenTheUsualIsTaken() throws IOException {
    Path file = folder.resolve("ports.json");
    int port;
    try (var other = new ServerSocket(0)) {
      port = Ports.remembered(file, "postgres", other.getLocalPort());
      assertThat(port).isNotEqualTo(other.getLocalPort());
    }
    assertThat(Ports.remembered(file, "postgres", Ports.anyFree())).isEqualTo(port);
  }
}
