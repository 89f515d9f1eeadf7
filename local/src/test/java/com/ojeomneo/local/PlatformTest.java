package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformTest {
  @Test
  void isNamedAsJavaNamesIt() {
    assertThat(Platform.of("Linux", "amd64")).isEqualTo(Platform.LINUX_AMD64);
    assertThat(Platform.of("Linux", "aarch64")).isEqualTo(Platform.LINUX_ARM64);
    assertThat(Platform.of("Mac OS X", "x86_64")).isEqualTo(Platform.MAC_AMD64);
    assertThat(Platform.of("Mac OS X", "aarch64")).isEqualTo(Platform.MAC_ARM64);
  }

  @Test
  void anUnknownMachineIsRefusedInOneLine() {
    assertThatThrownBy(() -> Platform.of("Windows 11", "amd64")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> Platform.of("Linux", "riscv64")).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @EnumSource
  void aRedisIsBundledForEveryOne(Platform platform) {
    assertThat(getClass().getResource("/" + platform.redisServer())).isNotNull();
  }

  @Test
  void aPostgresIsBundledForThisOne() {
    assertThat(getClass().getResource("/" + Platform.current().postgresArchive())).isNotNull();
  }
}
