package com.ojeomneo.platform.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Message encryption for web push (RFC 8291): {@code aes128gcm} (RFC 8188) in one record, under a
 * key that only the browser can derive. The push service reads nothing.
 */
final class Encryption {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_BYTES = 16;
  private static final int RECORD_BYTES = 4096;
  private static final int TAG_BITS = 128;
  private static final byte LAST_RECORD = 2;

  private Encryption() {}

  /**
   * @return the body of the request
   */
  static byte[] encrypt(byte[] message, Subscription to) {
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return encrypt(message, to, P256.generate(), salt);
  }

  /** With a key pair and a salt that must never be used twice. */
  static byte[] encrypt(byte[] message, Subscription to, KeyPair ours, byte[] salt) {
    byte[] ourPublic = P256.bytes((ECPublicKey) ours.getPublic());
    try {
      var agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(ours.getPrivate());
      agreement.doPhase(P256.publicKey(to.publicKey()), true);
      byte[] keyInfo = joined(info("WebPush: info"), to.publicKey(), ourPublic);
      byte[] key = derive(to.secret(), agreement.generateSecret(), keyInfo, 32);
      byte[] contentKey = derive(salt, key, info("Content-Encoding: aes128gcm"), 16);
      byte[] nonce = derive(salt, key, info("Content-Encoding: nonce"), 12);
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(contentKey, "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      byte[] sealed = cipher.doFinal(joined(message, new byte[] {LAST_RECORD}));
      return ByteBuffer.allocate(SALT_BYTES + 5 + ourPublic.length + sealed.length)
          .put(salt)
          .putInt(RECORD_BYTES)
          .put((byte) ourPublic.length)
          .put(ourPublic)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a message cannot be encrypted", e);
    }
  }

  private static byte[] derive(byte[] salt, byte[] secret, byte[] info, int bytes)
      throws GeneralSecurityException {
    var how = HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(secret).thenExpand(info, bytes);
    return KDF.getInstance("HKDF-SHA256").deriveData(how);
  }

  private static byte[] info(String text) {
    return (text + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    var all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }
}
