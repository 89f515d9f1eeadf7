package com.ojeomneo.local;

import java.io.PrintStream;
import java.util.List;

/** The terminal, shared by the launcher and the lines of its children: one whole line at a time. */
final class Console {
  private static final int PREFIX_WIDTH = 8;
  private static final List<String> COLOURS =
      List.of("\033[36m", "\033[33m", "\033[35m", "\033[32m", "\033[34m");

  private final PrintStream out;
  private final boolean coloured;

  Console(PrintStream out, boolean coloured) {
    this.out = out;
    this.coloured = coloured;
  }

  /** Coloured when the script found a terminal that wants it. */
  static Console ofProcess() {
    return new Console(System.out, Boolean.getBoolean("ojeomneo.colour"));
  }

  void say(String line) {
    print(line);
  }

  void headline(String line) {
    print(coloured ? "\033[1m" + line + "\033[0m" : line);
  }

  /** A line of a child, after its name. */
  void child(String name, String line) {
    String prefix = name + " ".repeat(Math.max(1, PREFIX_WIDTH - name.length())) + "| ";
    print(coloured ? colour(name) + prefix + "\033[0m" + line : prefix + line);
  }

  private static String colour(String name) {
    return COLOURS.get(Math.floorMod(name.hashCode(), COLOURS.size()));
  }

  private synchronized void print(String line) {
    out.println(line);
    out.flush();
  }
}
