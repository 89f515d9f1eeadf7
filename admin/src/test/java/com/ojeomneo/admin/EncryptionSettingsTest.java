package com.ojeomneo.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That what the variables say reaches the connections; what it does there, platform tests. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class EncryptionSettingsTest {
  @Test
  void whoRequiresTlsDoesNotTalkToADatabaseWithout() throws Exception {
    connect(Map.of());
    connect(Map.of("POSTGRES_SSLMODE", "prefer"));
    assertThatThrownBy(() -> connect(Map.of("POSTGRES_SSLMODE", "require")))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("SSL");
  }

  @Test
  void whomToBelieveIsToldToBoth() throws Exception {
    SmallRyeConfig told =
        config(
            Map.of("POSTGRES_SSLROOTCERT", "/ca.pem", "REDIS_TLS", "true", "REDIS_CA", "/r.pem"));
    assertThat(told.getValue("quarkus.datasource.jdbc.url", String.class))
        .contains("&sslrootcert=/ca.pem");
    assertThat(told.getValue("ojeomneo.redis.tls", Boolean.class)).isTrue();
    assertThat(told.getValue("ojeomneo.redis.ca", String.class)).isEqualTo("/r.pem");
    assertThat(config(Map.of()).getValue("ojeomneo.redis.tls", Boolean.class)).isFalse();
  }

  private static void connect(Map<String, String> variables) throws Exception {
    String url = config(variables).getValue("quarkus.datasource.jdbc.url", String.class);
    try (var connection = DriverManager.getConnection(url, "postgres", "postgres")) {
      assertThat(connection.isValid(5)).isTrue();
    }
  }

  private static SmallRyeConfig config(Map<String, String> variables) throws IOException {
    var all = new HashMap<>(database());
    all.putAll(variables);
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(
            new PropertiesConfigSource(
                EncryptionSettingsTest.class.getResource("/application.properties"), 100),
            new PropertiesConfigSource(all, "variables", 300))
        .build();
  }

  private static Map<String, String> database() {
    return Map.of(
        "POSTGRES_SERVER",
        "localhost",
        "POSTGRES_PORT",
        String.valueOf(AdminStack.postgresPort()),
        "POSTGRES_DB",
        "postgres");
  }
}
