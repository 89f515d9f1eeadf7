package com.ojeomneo.platform.secret;

import static com.ojeomneo.platform.secret.SecretKeys.NAME_BYTES;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM over what belongs to one person: the name of the key, a nonce, what is sealed, a tag.
 * The person's id is bound in, so that it opens nothing when it is copied to somebody else. Of
 * random nonces one key may use four thousand million (NIST SP 800-38D, 8.3).
 */
public final class Seal {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeys keys;
  private final String setting;

  /**
   * @param setting that lists the keys, for messages
   */
  public Seal(SecretKeys keys, String setting) {
    this.keys = keys;
    this.setting = setting;
  }

  public byte[] close(UUID owner, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    SecretKeys.Named key = keys.first();
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, owner).doFinal(secret);
      return ByteBuffer.allocate(NAME_BYTES + NONCE_BYTES + sealed.length)
          .put(key.name())
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws BrokenSeal when it is not this person's, was changed, or none of our keys closed it
   */
  public byte[] open(UUID owner, byte[] sealed) {
    SecretKeys.Named key =
        keys.named(Arrays.copyOf(sealed, NAME_BYTES))
            .orElseThrow(
                () ->
                    new BrokenSeal(
                        "%s lacks the key by which the secret of %s was sealed"
                            .formatted(setting, owner)));
    byte[] nonce = Arrays.copyOfRange(sealed, NAME_BYTES, NAME_BYTES + NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, owner)
          .doFinal(sealed, NAME_BYTES + NONCE_BYTES, sealed.length - NAME_BYTES - NONCE_BYTES);
    } catch (AEADBadTagException forged) {
      throw new BrokenSeal("the secret in the row of %s is not theirs".formatted(owner));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Whether the key that seals today closed it; else it is to be sealed anew when it is at hand.
   */
  public boolean isOfToday(byte[] sealed) {
    return Arrays.equals(Arrays.copyOf(sealed, NAME_BYTES), keys.first().name());
  }

  /**
   * Whether the key of this name (the first {@link SecretKeys#NAME_BYTES} of what is sealed) is
   * here.
   */
  public boolean canOpen(byte[] keyName) {
    return keys.named(keyName).isPresent();
  }

  private static Cipher cipher(int mode, SecretKeys.Named key, byte[] nonce, UUID owner)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        ByteBuffer.allocate(16)
            .putLong(owner.getMostSignificantBits())
            .putLong(owner.getLeastSignificantBits())
            .array());
    return cipher;
  }
}
