package com.ojeomneo.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.ojeomneo.platform.push.P256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The passwords and keys of one checkout's stack, each made at its first use and kept in {@code
 * secrets.json}. Nothing is a constant: no secret of the local stack works anywhere else.
 */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  // Without the characters that people confuse; safe in SQL, URLs, shells and Redis' configuration.
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {};

  private final Path file;
  private final Map<String, String> values;

  private Secrets(Path file, Map<String, String> values) {
    this.file = file;
    this.values = values;
  }

  /**
   * @throws Refusal when the databases are there but the passwords to them are not
   */
  static Secrets of(Home home) {
    if (!Files.exists(home.secrets())) {
      if (Files.exists(home.postgresData())) {
        throw new Refusal(
            home.secrets()
                + " is gone, and with it the passwords of the database: ./ojeomneo reset");
      }
      return new Secrets(home.secrets(), new TreeMap<>());
    }
    return new Secrets(home.secrets(), PrivateFile.readJson(home.secrets(), VALUES));
  }

  /** A password of 24 characters, 118 bits. */
  String password(String of) {
    return kept("password." + of, () -> random(24));
  }

  /** A password that a person types: the sample sign-ins of this checkout only. */
  String typedPassword(String of) {
    return kept("password." + of, () -> "lunch-" + random(8));
  }

  String tossClientKey() {
    return kept("toss.client-key", () -> "test_ck_" + random(24));
  }

  String tossSecretKey() {
    return kept("toss.secret-key", () -> "test_sk_" + random(24));
  }

  /** A JWK Set with one private EC P-256 key, as the Server reads JWT_PRIVATE_KEYS. */
  String signingKeys() {
    return kept("jwt.private-keys", Secrets::newSigningKeys);
  }

  /** The keys of web push, as the Server reads VAPID_*: of this checkout only. */
  Map<String, String> vapidKeys() {
    // One value: a pair is never half new.
    String[] pair = kept("vapid.keys", Secrets::newVapidKeys).split(" ");
    return Map.of(
        "VAPID_PRIVATE_KEY", pair[0],
        "VAPID_PUBLIC_KEY", pair[1],
        "VAPID_SUBJECT", "mailto:ops@ojeomneo.local");
  }

  /** Of the Server at the sandbox's Kakao, Google and Apple. */
  String socialSecret() {
    return kept("social.secret", () -> random(24));
  }

  /** An EC P-256 pair: PKCS #8 and X.509, each in Base64. */
  KeyPairText appleKeys() {
    // One value: a pair is never half new.
    String[] pair = kept("apple.keys", Secrets::newAppleKeys).split(" ");
    return new KeyPairText(pair[0], pair[1]);
  }

  record KeyPairText(String privateKey, String publicKey) {
    @Override
    public String toString() {
      return "KeyPairText";
    }
  }

  /** 32 bytes in Base64: a list of one, as the Server reads SERVER_SECRET_KEYS. */
  String serverKey() {
    return kept("server.secret-keys", Secrets::newSecretKey);
  }

  /** 32 bytes in Base64: a list of one, as the Admin reads ADMIN_SECRET_KEYS. */
  String adminKey() {
    return kept("admin.secret-keys", Secrets::newSecretKey);
  }

  private synchronized String kept(String name, Supplier<String> make) {
    String value = values.get(name);
    if (value == null) {
      value = make.get();
      values.put(name, value);
      PrivateFile.writeJson(file, values);
    }
    return value;
  }

  private static String random(int length) {
    return RANDOM
        .ints(length, 0, ALPHABET.length())
        .collect(StringBuilder::new, (s, i) -> s.append(ALPHABET.charAt(i)), StringBuilder::append)
        .toString();
  }

  private static String newVapidKeys() {
    KeyPair pair = P256.generate();
    var base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString(P256.bytes((ECPrivateKey) pair.getPrivate()))
        + " "
        + base64.encodeToString(P256.bytes((ECPublicKey) pair.getPublic()));
  }

  private static String newAppleKeys() {
    KeyPair pair = P256.generate();
    var base64 = Base64.getEncoder();
    return base64.encodeToString(pair.getPrivate().getEncoded())
        + " "
        + base64.encodeToString(pair.getPublic().getEncoded());
  }

  private static String newSecretKey() {
    var key = new byte[32];
    RANDOM.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  private static String newSigningKeys() {
    try {
      var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(UUID.randomUUID().toString());
      key.setUse("sig");
      key.setAlgorithm("ES256");
      return new JsonWebKeySet(key).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    } catch (JoseException e) {
      throw new IllegalStateException("this JDK makes no EC P-256 key", e);
    }
  }

  @Override
  public String toString() {
    return "Secrets" + values.keySet();
  }
}
