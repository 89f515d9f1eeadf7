package com.ojeomneo.config;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A feature of the app, and for whom it is on.
 *
 * @param percentage of the devices, 0 to 100
 * @param minVersion null for no lower end
 * @param maxVersion null for no upper end
 */
record FeatureFlag(
    String key, boolean enabled, int percentage, AppVersion minVersion, AppVersion maxVersion) {

  /**
   * @param installed null when the app does not say: then it is in no range
   * @param device null when the app does not say: then it is in no share but the whole
   */
  boolean isOnFor(AppVersion installed, String device) {
    return enabled && isInRange(installed) && isInShare(device);
  }

  private boolean isInRange(AppVersion installed) {
    if (minVersion == null && maxVersion == null) {
      return true;
    }
    return installed != null
        && (minVersion == null || installed.compareTo(minVersion) >= 0)
        && (maxVersion == null || installed.compareTo(maxVersion) <= 0);
  }

  /** Each feature draws anew, so that the same devices are not the first every time. */
  private boolean isInShare(String device) {
    return percentage == 100 || device != null && bucket(device) < percentage;
  }

  /** 0 to 99, the same on every node and in every release. */
  private int bucket(String device) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((key + ":" + device).getBytes(StandardCharsets.UTF_8));
      return Integer.remainderUnsigned(ByteBuffer.wrap(hash).getInt(), 100);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
