package com.ojeomneo.admin.image;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** What is taken, known by its first bytes: what a client calls it is nobody's word. */
enum PictureFormat {
  PNG {
    @Override
    ImageReader reader() {
      return ImageIO.getImageReadersByFormatName("png").next();
    }

    @Override
    boolean isWhole(byte[] file) {
      return lastIndexOf(file, "IEND") > 0;
    }
  },
  JPEG {
    @Override
    ImageReader reader() throws IOException {
      return JPEG_READERS.createReaderInstance(null);
    }

    /** In what is compressed neither marker can stand: the last scan must have its end. */
    @Override
    boolean isWhole(byte[] file) {
      return lastIndexOf(file, "\u00ff\u00d9") > lastIndexOf(file, "\u00ff\u00da");
    }
  },
  WEBP {
    @Override
    ImageReader reader() throws IOException {
      return new WebPImageReaderSpi().createReaderInstance(null);
    }

    @Override
    boolean isWhole(byte[] file) {
      return Integer.toUnsignedLong(Integer.reverseBytes(ByteBuffer.wrap(file).getInt(4)))
          <= file.length - 8L;
    }

    /** Its decoder holds all of it, several times. */
    @Override
    long mostPixels() {
      return 2_500_000;
    }
  };

  /** Photos of every kind, also those for print (CMYK), which the JDK's own reader refuses. */
  private static final ImageReaderSpi JPEG_READERS = jpegReaders();

  abstract ImageReader reader() throws IOException;

  /** A few bytes can announce gigabytes: asked before a pixel is made. */
  long mostPixels() {
    return 25_000_000;
  }

  /** Whether it ends as its kind ends; some decoders make grey of what is missing. */
  abstract boolean isWhole(byte[] file);

  static Optional<PictureFormat> of(byte[] file) {
    if (startsWith(file, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (startsWith(file, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    return startsWith(file, 0, "RIFF") && startsWith(file, 8, "WEBP")
        ? Optional.of(WEBP)
        : Optional.empty();
  }

  /**
   * @param bytes one a character
   */
  static boolean startsWith(byte[] file, int at, String bytes) {
    byte[] wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
    return at >= 0
        && at + wanted.length <= file.length
        && Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length);
  }

  private static int lastIndexOf(byte[] file, String bytes) {
    int at = file.length - bytes.length();
    while (at >= 0 && !startsWith(file, at, bytes)) {
      at--;
    }
    return at;
  }

  /** Registered here, by hand: whether a service loader sees it depends on who asks first. */
  private static ImageReaderSpi jpegReaders() {
    var readers = new JPEGImageReaderSpi();
    IIORegistry.getDefaultInstance().registerServiceProvider(readers, ImageReaderSpi.class);
    return readers;
  }
}
