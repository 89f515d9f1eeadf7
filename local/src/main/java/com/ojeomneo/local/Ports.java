package com.ojeomneo.local;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * Which port each part listens on. Server and sandbox stand where the options say or not at all;
 * PostgreSQL and Redis take the port of the last run, else their usual one, else any that is free.
 */
public final class Ports {
  private static final TypeReference<TreeMap<String, Integer>> PORTS = new TypeReference<>() {};
  private static final int LOOK_MILLIS = 200;

  private Ports() {}

  static void requireValid(String option, int port) {
    if (port < 1 || port > 65535) {
      throw new Refusal(option + " must be a port from 1 to 65535, not " + port);
    }
  }

  /**
   * @throws Refusal naming the port and the option that changes it
   */
  static void requireFree(String part, int port, String option) {
    if (taken(port)) {
      throw new Refusal(
          "포트 %d 사용 중 · port %d (%s) is taken; choose another with %s N"
              .formatted(port, port, part, option));
    }
  }

  /**
   * The port remembered in the file under the name, the usual one, or any; remembers its answer.
   */
  static int remembered(Path file, String name, int usual) {
    TreeMap<String, Integer> ports =
        Files.exists(file) ? PrivateFile.readJson(file, PORTS) : new TreeMap<>();
    int last = ports.getOrDefault(name, usual);
    int port = !taken(last) ? last : !taken(usual) ? usual : anyFree();
    ports.put(name, port);
    PrivateFile.writeJson(file, ports);
    return port;
  }

  /** Whether somebody listens there, on loopback (either family) or on every address. */
  static boolean taken(int port) {
    return answers("127.0.0.1", port) || answers("::1", port) || !bindable(port);
  }

  // A bind alone is not enough: macOS lets one address be bound beside a listener on all of them.
  private static boolean answers(String host, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), LOOK_MILLIS);
      return true;
    } catch (IOException nobodyThere) {
      return false;
    }
  }

  private static boolean bindable(int port) {
    try (var everywhere = new ServerSocket(port)) {
      return everywhere.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  public static int anyFree() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new Refusal("no free port: " + e.getMessage(), e);
    }
  }
}
