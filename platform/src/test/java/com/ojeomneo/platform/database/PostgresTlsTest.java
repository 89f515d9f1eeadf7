package com.ojeomneo.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.environment.Environment;
import com.ojeomneo.platform.environment.TestCertificate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a PostgreSQL that serves with a certificate of {@code localhost}. */
class PostgresTlsTest {
  @TempDir static Path folder;

  private static EmbeddedPostgres postgres;
  private static TestCertificate its;
  private static TestCertificate anothers;

  @BeforeAll
  static void start() throws IOException {
    its = TestCertificate.of(folder.resolve("its"), "dns:localhost");
    anothers = TestCertificate.of(folder.resolve("anothers"), "dns:localhost");
    postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("ssl", "on")
            .setServerConfig("ssl_cert_file", its.certificate().toString())
            .setServerConfig("ssl_key_file", its.key().toString())
            .start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @ParameterizedTest
  @CsvSource({"disable,false", "prefer,true", "require,true", "verify-ca,true", "verify-full,true"})
  void eachModeIsWhatPostgresSaysItIs(String mode, boolean encrypted) throws SQLException {
    assertThat(isEncrypted("localhost", mode, its.certificate())).isEqualTo(encrypted);
  }

  @Test
  void withoutASettingItIsEncryptedWherePostgresCanBe() throws SQLException {
    try (Connection connection = connect("localhost", new Environment(Map.of()))) {
      assertThat(isEncrypted(connection)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify-ca", "verify-full"})
  void aCertificateThatNobodyVouchesForIsRefused(String mode) {
    assertThatThrownBy(() -> isEncrypted("localhost", mode, anothers.certificate()))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void aCertificateOfAnotherNameIsRefusedWhereNamesCount() throws SQLException {
    assertThat(isEncrypted("127.0.0.1", "verify-ca", its.certificate())).isTrue();
    assertThatThrownBy(() -> isEncrypted("127.0.0.1", "verify-full", its.certificate()))
        .isInstanceOf(SQLException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "POSTGRES_SSLMODE, on",
    "POSTGRES_SSLMODE, allow",
    "POSTGRES_SSLROOTCERT, /no/such/s3cret.pem",
    "POSTGRES_SSLROOTCERT, /etc/hostname",
    "POSTGRES_SSLROOTCERT, /etc/s3cret?sslmode=disable"
  })
  void whatIsWrongIsNamedAndNotQuoted(String name, String value) {
    assertThatThrownBy(() -> PostgresTls.of(new Environment(Map.of(name, value))))
        .hasMessageStartingWith(name + " must be ")
        .hasMessageNotContaining(value);
  }

  @Test
  void whoVerifiesSaysByWhom() {
    var environment = new Environment(Map.of("POSTGRES_SSLMODE", "verify-full"));
    assertThatThrownBy(() -> PostgresTls.of(environment))
        .hasMessage("POSTGRES_SSLROOTCERT is not set");
  }

  @Test
  void anEmptyFileVouchesForNobody() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    var environment = new Environment(Map.of("POSTGRES_SSLROOTCERT", empty.toString()));
    assertThatThrownBy(() -> PostgresTls.of(environment))
        .hasMessageStartingWith("POSTGRES_SSLROOTCERT must be ");
  }

  private static boolean isEncrypted(String host, String mode, Path root) throws SQLException {
    var environment =
        new Environment(Map.of("POSTGRES_SSLMODE", mode, "POSTGRES_SSLROOTCERT", root.toString()));
    try (Connection connection = connect(host, environment)) {
      return isEncrypted(connection);
    }
  }

  private static Connection connect(String host, Environment environment) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/postgres?%s"
            .formatted(host, postgres.getPort(), PostgresTls.of(environment).query()),
        "postgres",
        "postgres");
  }

  private static boolean isEncrypted(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
      return row.next() && row.getBoolean(1);
    }
  }
}
