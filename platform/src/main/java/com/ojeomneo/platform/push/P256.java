package com.ojeomneo.platform.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Keys of the curve P-256 as web push writes them: 65 bytes public, 32 bytes private. */
public final class P256 {
  public static final int PUBLIC_BYTES = 65;
  public static final int PRIVATE_BYTES = 32;
  private static final byte UNCOMPRESSED = 4;
  private static final ECParameterSpec CURVE = curve();

  private P256() {}

  public static KeyPair generate() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(CURVE);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws IllegalArgumentException when the bytes are no point of the curve
   */
  public static ECPublicKey publicKey(byte[] bytes) {
    if (bytes.length != PUBLIC_BYTES || bytes[0] != UNCOMPRESSED) {
      throw new IllegalArgumentException("no uncompressed point");
    }
    var point = new ECPoint(number(bytes, 1), number(bytes, 1 + PRIVATE_BYTES));
    if (!isOnCurve(point)) {
      throw new IllegalArgumentException("a point beside the curve");
    }
    try {
      return (ECPublicKey)
          KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, CURVE));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no point of the curve", e);
    }
  }

  /**
   * @throws IllegalArgumentException when the bytes are no private key
   */
  public static ECPrivateKey privateKey(byte[] bytes) {
    try {
      var spec = new ECPrivateKeySpec(new BigInteger(1, bytes), CURVE);
      return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no private key", e);
    }
  }

  public static byte[] bytes(ECPublicKey key) {
    var bytes = new byte[PUBLIC_BYTES];
    bytes[0] = UNCOMPRESSED;
    put(key.getW().getAffineX(), bytes, 1);
    put(key.getW().getAffineY(), bytes, 1 + PRIVATE_BYTES);
    return bytes;
  }

  public static byte[] bytes(ECPrivateKey key) {
    var bytes = new byte[PRIVATE_BYTES];
    put(key.getS(), bytes, 0);
    return bytes;
  }

  private static BigInteger number(byte[] bytes, int from) {
    return new BigInteger(1, Arrays.copyOfRange(bytes, from, from + PRIVATE_BYTES));
  }

  private static void put(BigInteger number, byte[] into, int at) {
    byte[] bytes = number.toByteArray();
    int skipped = Math.max(0, bytes.length - PRIVATE_BYTES);
    int length = bytes.length - skipped;
    System.arraycopy(bytes, skipped, into, at + PRIVATE_BYTES - length, length);
  }

  /** y² = x³ + ax + b: a point elsewhere would give away bits of our key. */
  private static boolean isOnCurve(ECPoint point) {
    BigInteger p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    BigInteger right =
        x.pow(3).add(CURVE.getCurve().getA().multiply(x)).add(CURVE.getCurve().getB());
    return x.compareTo(p) < 0
        && y.compareTo(p) < 0
        && y.pow(2).subtract(right).mod(p).signum() == 0;
  }

  private static ECParameterSpec curve() {
    try {
      var parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no P-256", e);
    }
  }
}
