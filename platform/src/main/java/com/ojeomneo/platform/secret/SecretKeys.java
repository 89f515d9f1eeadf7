package com.ojeomneo.platform.secret;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys of one application: the first seals, all of them open. */
public final class SecretKeys {
  /** Of what is sealed, the first bytes: which key closed it. */
  public static final int NAME_BYTES = 4;

  private static final int KEY_BYTES = 32;

  private final List<Named> all;

  /**
   * @param name the first bytes of the key's SHA-256; says nothing about the key
   */
  record Named(byte[] name, SecretKey key) {
    @Override
    public String toString() {
      return "Named[]";
    }
  }

  private SecretKeys(List<Named> all) {
    this.all = List.copyOf(all);
  }

  /**
   * @param keys Base64 of 32 bytes each, separated by commas
   * @throws IllegalArgumentException which does not quote them
   */
  public static SecretKeys parse(String keys) {
    var all = new ArrayList<Named>();
    for (String key : keys.split(",", -1)) {
      byte[] bytes = decoded(key.strip());
      all.add(new Named(name(bytes), new SecretKeySpec(bytes, "AES")));
    }
    return new SecretKeys(all);
  }

  Named first() {
    return all.getFirst();
  }

  Optional<Named> named(byte[] name) {
    return all.stream().filter(key -> Arrays.equals(key.name(), name)).findFirst();
  }

  private static byte[] decoded(String key) {
    try {
      byte[] bytes = Base64.getDecoder().decode(key);
      if (bytes.length == KEY_BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException malformed) {
      // said below, without the value
    }
    throw new IllegalArgumentException("must be a list of keys of 32 bytes in Base64");
  }

  private static byte[] name(byte[] key) {
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key), NAME_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
