package com.ojeomneo.admin.image;

import java.awt.Color;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files as cameras, browsers and attackers make them. */
final class TestPictures {
  private TestPictures() {}

  /** The left half red, the right half blue; never twice the same. */
  static BufferedImage redAndBlue(int width, int height) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = picture.createGraphics();
    canvas.setColor(Color.RED);
    canvas.fillRect(0, 0, width / 2, height);
    canvas.setColor(Color.BLUE);
    canvas.fillRect(width / 2, 0, width - width / 2, height);
    canvas.setColor(new Color(new Random().nextInt(1 << 24)));
    canvas.fillRect(width / 2 - 4, height / 2 - 4, 8, 8);
    canvas.dispose();
    return picture;
  }

  static BufferedImage noise(int width, int height, int type) {
    var picture = new BufferedImage(width, height, type);
    var random = new Random();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, random.nextInt());
      }
    }
    return picture;
  }

  static byte[] file(BufferedImage picture, String format) {
    try {
      var bytes = new ByteArrayOutputStream();
      if (!ImageIO.write(picture, format, bytes)) {
        throw new IllegalArgumentException("nobody writes this as " + format);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JPEG of four inks as Photoshop writes it: upside down, 255 is no ink. */
  static byte[] redInCmyk() {
    var inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 32, 32, 4, new Point());
    for (int i = 0; i < 32 * 32; i++) {
      inks.setPixel(i % 32, i / 32, new int[] {255, 0, 0, 255});
    }
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(inks, null, null), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] adobe = HexFormat.of().parseHex("ffee000e41646f626500640000000000");
    return withSegment(bytes.toByteArray(), adobe);
  }

  static BufferedImage read(byte[] file) {
    try {
      return ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] joined(byte[]... parts) {
    var bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  /** EXIF with nothing but how the camera was held and where the picture was taken. */
  static byte[] exif(int orientation) {
    var exif = ByteBuffer.allocate(64);
    exif.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    exif.putShort((short) 0)
        .putInt(0)
        .put("37.5665N 126.9780E".getBytes(StandardCharsets.US_ASCII));
    return exif.array();
  }

  static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] exif = exif(orientation);
    byte[] segment =
        ByteBuffer.allocate(10 + exif.length)
            .putShort((short) 0xffe1)
            .putShort((short) (8 + exif.length))
            .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
            .put(exif)
            .array();
    return withSegment(jpeg, segment);
  }

  private static byte[] withSegment(byte[] jpeg, byte[] segment) {
    return joined(Arrays.copyOf(jpeg, 2), segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /** After the first chunk of a PNG. */
  static byte[] withChunk(byte[] png, String name, byte[] content) {
    return joined(
        Arrays.copyOf(png, 33), chunk(name, content), Arrays.copyOfRange(png, 33, png.length));
  }

  /** What a decoder is to believe before it has read anything. */
  static byte[] pngThatAnnounces(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 6, 0, 0, 0})
            .array();
    return joined(
        "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1),
        chunk("IHDR", header),
        chunk("IDAT", new byte[32]),
        chunk("IEND", new byte[0]));
  }

  private static byte[] chunk(String name, byte[] content) {
    byte[] named = joined(name.getBytes(StandardCharsets.US_ASCII), content);
    var crc = new CRC32();
    crc.update(named);
    return ByteBuffer.allocate(8 + named.length)
        .putInt(content.length)
        .put(named)
        .putInt((int) crc.getValue())
        .array();
  }

  /** 48 x 32, red on the left and blue on the right, as Chromium writes it. */
  static byte[] webp() {
    return Base64.getDecoder()
        .decode(
            "UklGRl4CAABXRUJQVlA4WAoAAAAgAAAALwAAHwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdC"
                + "IFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAA"
                + "AADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlk"
                + "ZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAA"
                + "ABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAA"
                + "AAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAA"
                + "AABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEA"
                + "AAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAA"
                + "ACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggcAAAANAEAJ0BKjAAIAA+"
                + "bTCVR6QioiElazCADYlkAYQBc0n4vRvxAqQACVgsy/yfEloAAP7vyUqn//sLyO8z//7ZypAdrOV7"
                + "0ll7F5GrDoXHDqdw5sDxetXiVmS0xeifFqDSbL3HiEPB0bkW6sThlXc0AAA=");
  }

  /** 24 x 16, lossless: green on the left, nothing on the right. */
  static byte[] transparentWebp() {
    return Base64.getDecoder()
        .decode(
            "UklGRggCAABXRUJQVlA4WAoAAAAwAAAAFwAADwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdC"
                + "IFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAA"
                + "AADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlk"
                + "ZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAA"
                + "ABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAA"
                + "AAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAA"
                + "AABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEA"
                + "AAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAA"
                + "ACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDhMGQAAAC8XwAMQDzCgEfMf"
                + "DCEB4YH/a3ULIvofyQsA");
  }
}
