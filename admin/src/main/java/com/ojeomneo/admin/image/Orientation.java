package com.ojeomneo.admin.image;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held (EXIF 2.32, tag 0x0112): the picture's pixels are as the sensor saw them.
 * Reads that one number and nothing else of a file that a stranger made.
 */
final class Orientation {
  private static final int UPRIGHT = 1;
  private static final int TAG = 0x0112;
  private static final String EXIF = "Exif\0\0";

  private Orientation() {}

  /** 1 to 8; 1, upright, where a file does not say. */
  static int of(byte[] file, PictureFormat format) {
    try {
      ByteBuffer exif =
          switch (format) {
            case JPEG -> inJpeg(file);
            case PNG -> inPng(file);
            case WEBP -> inWebp(file);
          };
      return exif == null ? UPRIGHT : read(exif);
    } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
      return UPRIGHT;
    }
  }

  /** Where the pixels belong, within the upright picture. */
  static AffineTransform turning(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  /** Whether width and height change places. */
  static boolean liesOnItsSide(int orientation) {
    return orientation >= 5;
  }

  /** The segment APP1 before the first scan; null for none. */
  private static ByteBuffer inJpeg(byte[] file) {
    var in = ByteBuffer.wrap(file);
    int at = 2;
    while ((in.get(at) & 0xff) == 0xff && (in.get(at + 1) & 0xff) != 0xda) {
      int length = in.getShort(at + 2) & 0xffff;
      if ((in.get(at + 1) & 0xff) == 0xe1 && PictureFormat.startsWith(file, at + 4, EXIF)) {
        return in.slice(at + 4 + EXIF.length(), length - 2 - EXIF.length());
      }
      at += 2 + length;
    }
    return null;
  }

  private static ByteBuffer inPng(byte[] file) {
    var in = ByteBuffer.wrap(file);
    int length;
    for (int at = 8; at + 12 <= file.length; at += 12 + length) {
      length = in.getInt(at) & Integer.MAX_VALUE;
      if (PictureFormat.startsWith(file, at + 4, "eXIf")) {
        return in.slice(at + 8, length);
      }
    }
    return null;
  }

  private static ByteBuffer inWebp(byte[] file) {
    var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int length;
    for (int at = 12; at + 8 <= file.length; at += 8 + length + (length & 1)) {
      length = in.getInt(at + 4) & Integer.MAX_VALUE;
      if (PictureFormat.startsWith(file, at, "EXIF")) {
        // Some write it as JPEG has it.
        int prefix = PictureFormat.startsWith(file, at + 8, EXIF) ? EXIF.length() : 0;
        return in.slice(at + 8 + prefix, length - prefix);
      }
    }
    return null;
  }

  private static int read(ByteBuffer exif) {
    exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = exif.getInt(4);
    int entries = exif.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if ((exif.getShort(entry) & 0xffff) == TAG) {
        int value = exif.getShort(entry + 8);
        return value >= UPRIGHT && value <= 8 ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
