package com.ojeomneo.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code deploy/monitoring} has Prometheus look for. */
final class AlertRules {
  static final Path FOLDER = Path.of("..", "deploy", "monitoring");
  static final Path RUNBOOKS = Path.of("..", "docs", "runbooks");

  private static final YAMLMapper YAML = new YAMLMapper();

  /** Of an expression all but names: labels and their values, ranges, and by which to group. */
  private static final Pattern NO_NAMES =
      Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(?:by|without|on|ignoring|group_\\w+) *\\([^)]*\\)");

  private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_:][\\w:]*\\b(?! *\\()");
  private static final Set<String> OPERATORS =
      Set.of("and", "or", "unless", "bool", "offset", "sum", "max", "min", "count", "topk");

  private AlertRules() {}

  static List<Path> rules() {
    return files("rules");
  }

  static List<Path> tests() {
    return files("tests");
  }

  private static List<Path> files(String kind) {
    try (Stream<Path> all = Files.list(FOLDER.resolve(kind))) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(Path file) {
    try {
      return YAML.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The alerts of a file, as Prometheus has them. */
  static List<JsonNode> alerts(Path rules) {
    return read(rules).findParents("alert");
  }

  /** Every metric that any rule asks for. */
  static Set<String> metrics() {
    return rules().stream()
        .flatMap(file -> alerts(file).stream())
        .map(alert -> NO_NAMES.matcher(alert.get("expr").textValue()).replaceAll(" "))
        .flatMap(names -> NAME.matcher(names).results())
        .map(name -> name.group())
        .filter(name -> !OPERATORS.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The metrics that an application has for whoever scrapes it. */
  static Set<String> exposed(String application) {
    var request = HttpRequest.newBuilder(URI.create(application + "/metrics")).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("[{ ]", 2)[0])
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
