package com.ojeomneo.admin.image;

import com.ojeomneo.menu.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** From pixels to a file of ours: JPEG, or PNG where something shows through. */
final class PictureWriter {
  static final int MOST_BYTES = 1 << 20;

  private static final float BEST = 0.85f;
  private static final float WORST = 0.5f;

  private PictureWriter() {}

  /**
   * The same pixels make the same file.
   *
   * @param picture {@code TYPE_INT_ARGB}
   */
  static Image write(BufferedImage picture) {
    try {
      return isOpaque(picture) ? jpeg(picture) : png(picture);
    } catch (IOException e) {
      throw new UncheckedIOException("an encoder writes to memory", e);
    }
  }

  private static boolean isOpaque(BufferedImage picture) {
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    for (int pixel : pixels) {
      if (pixel >>> 24 != 255) {
        return false;
      }
    }
    return true;
  }

  /** As good as fits. */
  private static Image jpeg(BufferedImage picture) throws IOException {
    var opaque =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    opaque.createGraphics().drawImage(picture, 0, 0, null);
    float quality = BEST;
    byte[] file = encoded(opaque, "jpeg", quality);
    while (file.length > MOST_BYTES && quality > WORST) {
      quality -= 0.1f;
      file = encoded(opaque, "jpeg", quality);
    }
    return file.length <= MOST_BYTES
        ? image("image/jpeg", file)
        : jpeg(PictureReader.scaled(picture, 0.75));
  }

  private static Image png(BufferedImage picture) throws IOException {
    byte[] file = encoded(picture, "png", null);
    return file.length <= MOST_BYTES
        ? image("image/png", file)
        : png(PictureReader.scaled(picture, 0.75));
  }

  /**
   * @param quality null where nothing is lost
   */
  private static byte[] encoded(BufferedImage picture, String format, Float quality)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (quality != null) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static Image image(String mediaType, byte[] file) {
    try {
      String name = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
      return new Image(name, mediaType, file);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
