package com.ojeomneo.bench.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One connection that takes any bytes for a request. Not for several threads. */
final class Wire implements AutoCloseable {
  private static final int LONGEST_HEAD = 64 * 1024;
  private static final String HEAD_END = "\r\n\r\n";

  private final int port;
  private Socket socket;
  private InputStream in;

  Wire(int port) {
    this.port = port;
  }

  /**
   * Sends and reads one answer; once more on a new connection where the old one had been closed.
   */
  Answer send(Shot shot, Duration patience) throws IOException {
    boolean used = socket != null;
    Answer answer = attempt(shot, patience);
    return answer == Answer.NONE && used ? attempt(shot, patience) : answer;
  }

  private Answer attempt(Shot shot, Duration patience) throws IOException {
    try {
      write(shot.bytes(), patience);
      Answer answer = read(shot.isHead());
      if (answer.isStream() || answer.header("Connection").contains("close")) {
        close();
      }
      return answer;
    } catch (SocketTimeoutException silent) {
      close();
      return new Answer(-1, "", new byte[0]);
    } catch (IOException closed) {
      close();
      return Answer.NONE;
    }
  }

  void write(byte[] bytes, Duration patience) throws IOException {
    if (socket == null) {
      socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress("127.0.0.1", port), 5000);
      in = new BufferedInputStream(socket.getInputStream());
    }
    socket.setSoTimeout((int) patience.toMillis());
    socket.getOutputStream().write(bytes);
  }

  /**
   * @param headOnly where no body follows
   */
  Answer read(boolean headOnly) throws IOException {
    String head = head();
    int status = Integer.parseInt(head.substring(9, 12));
    var answer = new Answer(status, head, new byte[0]);
    if (headOnly || answer.isStream() || status == 204 || status == 304) {
      return answer;
    }
    String length = answer.header("Content-Length");
    byte[] body;
    if (!length.isEmpty()) {
      body = in.readNBytes(Integer.parseInt(length));
    } else if (answer.header("Transfer-Encoding").contains("chunked")) {
      body = chunks();
    } else {
      body = in.readAllBytes();
      close();
    }
    return new Answer(status, head, body);
  }

  private String head() throws IOException {
    var head = new StringBuilder();
    while (head.indexOf(HEAD_END, head.length() - HEAD_END.length()) < 0) {
      int octet = in.read();
      if (octet < 0 || head.length() > LONGEST_HEAD) {
        throw new IOException("no head");
      }
      head.append((char) octet);
    }
    if (!head.toString().matches("(?s)HTTP/1\\.[01] [1-5][0-9]{2} .*")) {
      throw new IOException("no HTTP");
    }
    return head.toString();
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (int size = size(); ; size = size()) {
      body.write(in.readNBytes(size));
      line();
      if (size == 0) {
        return body.toByteArray();
      }
    }
  }

  private int size() throws IOException {
    return Integer.parseInt(line().split(";")[0].strip(), 16);
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new IOException("ended within a chunk");
      }
      line.write(octet);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
