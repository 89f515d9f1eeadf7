package com.ojeomneo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path folder;
  private Home home;

  @BeforeEach
  void prepare() throws Exception {
    home = TestHome.in(folder);
  }

  @Test
  void areMadeOnceAndKeptForTheirOwnerOnly() throws Exception {
    String password = Secrets.of(home).password("redis");
    assertThat(password).hasSize(24);
    assertThat(Secrets.of(home).password("redis")).isEqualTo(password);
    assertThat(Secrets.of(home).password("postgres")).isNotEqualTo(password);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.secrets())))
        .isEqualTo("rw-------");
  }

  @Test
  void signingKeysAreOnePrivateKeyForES256() throws Exception {
    String keys = Secrets.of(home).signingKeys();
    assertThat(Secrets.of(home).signingKeys()).isEqualTo(keys);
    assertThat(new JsonWebKeySet(keys).getJsonWebKeys())
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.getAlgorithm()).isEqualTo("ES256");
              assertThat(key.getUse()).isEqualTo("sig");
              assertThat(key.getKeyId()).isNotBlank();
              assertThat(((EllipticCurveJsonWebKey) key).getPrivateKey()).isNotNull();
            });
  }

  @Test
  void theKeyOfTheBackOfficeIs32BytesAndKept() throws Exception {
    String key = Secrets.of(home).adminKey();
    assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    assertThat(Secrets.of(home).adminKey()).isEqualTo(key);
  }

  @Test
  void neverAppearWhenPrinted() {
    var secrets = Secrets.of(home);
    assertThat(secrets.toString()).doesNotContain(secrets.password("redis"));
  }

  @Test
  void losingThemButNotTheDatabaseIsSaidAtOnce() throws Exception {
    Files.createDirectories(home.postgresData());
    assertThatThrownBy(() -> Secrets.of(home))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("reset");
  }
}
