package com.ojeomneo.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of ARCHITECTURE.md: which part may use which. Everything else is forbidden. */
final class Modules {
  private static final String HEADER = "| part | may use |";

  private Modules() {}

  /** The folder of the checkout. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  static final Map<String, Set<String>> ALLOWED = new LinkedHashMap<>();

  static {
    allow("schema");
    allow("platform", "schema");
    allow("money");
    allow("social", "platform");
    allow("user", "platform", "schema", "social");
    allow("menu", "money", "platform", "schema");
    allow("config", "platform", "schema");
    allow("payment", "money", "platform", "schema");
    allow("order", "config", "menu", "money", "payment", "platform", "schema", "user");
    allow(
        "server",
        "config",
        "menu",
        "money",
        "order",
        "payment",
        "platform",
        "schema",
        "social",
        "user");
    allow("admin", "config", "menu", "money", "order", "payment", "platform", "schema", "user");
    allow("sandbox");
    allow("local", "menu", "money", "order", "payment", "platform", "schema", "user");
    allow("bench", "local", "platform");
    allow("drills", "local", "order", "platform", "schema");
  }

  private static void allow(String part, String... uses) {
    ALLOWED.put(part, new TreeSet<>(List.of(uses)));
  }

  /** The same table as the document has it. */
  static Map<String, Set<String>> documented() {
    try {
      return Files.readAllLines(root().resolve("ARCHITECTURE.md")).stream()
          .dropWhile(line -> !line.equals(HEADER))
          .skip(2)
          .takeWhile(line -> line.startsWith("|"))
          .map(line -> line.split("\\|"))
          .collect(
              Collectors.toMap(
                  cells -> name(cells[1]),
                  cells ->
                      Arrays.stream(cells[2].split(","))
                          .map(Modules::name)
                          .filter(n -> !n.equals("—"))
                          .collect(Collectors.toCollection(TreeSet::new)),
                  (a, b) -> a,
                  LinkedHashMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(String cell) {
    return cell.replace("`", "").strip();
  }
}
