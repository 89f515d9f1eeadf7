package com.ojeomneo.admin.image;

import com.ojeomneo.platform.problem.Problem;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** From a file to upright pixels in sRGB, at most {@link #LONGEST_SIDE} wide and high. */
final class PictureReader {
  static final int LONGEST_SIDE = 1200;

  /** Bilinear scaling from here looks at enough of what was photographed. */
  private static final int LONGEST_DECODED = LONGEST_SIDE * 3 / 2;

  private PictureReader() {}

  /**
   * @return {@code TYPE_INT_ARGB}
   * @throws Problem 415 {@code PICTURE_TYPE}; 400 {@code PICTURE_BROKEN}, {@code PICTURE_TOO_LARGE}
   */
  static BufferedImage read(byte[] file) {
    PictureFormat format =
        PictureFormat.of(file).orElseThrow(() -> Problem.of(ImageProblem.PICTURE_TYPE));
    try {
      if (!format.isWhole(file)) {
        throw Problem.of(ImageProblem.PICTURE_BROKEN);
      }
      BufferedImage small = shrunk(decoded(file, format));
      return turned(small, Orientation.of(file, format));
    } catch (Problem refusal) {
      throw refusal;
    } catch (IOException | RuntimeException damaged) {
      // Decoders trip over damage in many ways.
      throw Problem.of(ImageProblem.PICTURE_BROKEN);
    }
  }

  /** Of a large one only every n-th pixel: enough are left to make one of several. */
  private static BufferedImage decoded(byte[] file, PictureFormat format) throws IOException {
    ImageReader reader = format.reader();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > format.mostPixels()) {
        throw Problem.of(ImageProblem.PICTURE_TOO_LARGE);
      }
      var how = reader.getDefaultReadParam();
      int step = Math.max(1, Math.max(width, height) / LONGEST_DECODED);
      how.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, how);
    } finally {
      reader.dispose();
    }
  }

  /** Java takes grey for linear light, and would make it brighter; files mean sRGB. */
  private static BufferedImage ofGrey(BufferedImage decoded) {
    Raster grey = decoded.getRaster();
    int extraBits = decoded.getSampleModel().getSampleSize(0) - 8;
    boolean transparent = grey.getNumBands() > 1;
    var argb =
        new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < argb.getHeight(); y++) {
      for (int x = 0; x < argb.getWidth(); x++) {
        int value = eight(grey.getSample(x, y, 0), extraBits);
        int alpha = transparent ? eight(grey.getSample(x, y, 1), extraBits) : 255;
        argb.setRGB(x, y, alpha << 24 | value << 16 | value << 8 | value);
      }
    }
    return argb;
  }

  private static int eight(int sample, int extraBits) {
    return extraBits >= 0 ? sample >> extraBits : sample * 255 / ((1 << (8 + extraBits)) - 1);
  }

  /** By halves: bilinear scaling looks at no more than four pixels. Whatever it was, it is sRGB. */
  private static BufferedImage shrunk(BufferedImage decoded) {
    boolean grey = decoded.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    BufferedImage image = grey ? ofGrey(decoded) : decoded;
    double longest = Math.max(image.getWidth(), image.getHeight());
    BufferedImage smaller = scaled(image, Math.clamp(LONGEST_SIDE / longest, 0.5, 1));
    return longest / 2 > LONGEST_SIDE ? shrunk(smaller) : smaller;
  }

  static BufferedImage scaled(BufferedImage image, double scale) {
    var smaller =
        new BufferedImage(
            Math.max(1, (int) Math.round(image.getWidth() * scale)),
            Math.max(1, (int) Math.round(image.getHeight() * scale)),
            BufferedImage.TYPE_INT_ARGB);
    draw(
        image,
        smaller,
        AffineTransform.getScaleInstance(
            (double) smaller.getWidth() / image.getWidth(),
            (double) smaller.getHeight() / image.getHeight()));
    return smaller;
  }

  private static BufferedImage turned(BufferedImage image, int orientation) {
    boolean onItsSide = Orientation.liesOnItsSide(orientation);
    var upright =
        new BufferedImage(
            onItsSide ? image.getHeight() : image.getWidth(),
            onItsSide ? image.getWidth() : image.getHeight(),
            BufferedImage.TYPE_INT_ARGB);
    draw(image, upright, Orientation.turning(orientation, image.getWidth(), image.getHeight()));
    return upright;
  }

  private static void draw(BufferedImage from, BufferedImage to, AffineTransform how) {
    Graphics2D canvas = to.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    canvas.drawImage(from, how, null);
    canvas.dispose();
  }
}
