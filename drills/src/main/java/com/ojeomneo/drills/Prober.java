package com.ojeomneo.drills;

import com.ojeomneo.local.TemporaryStack.Node;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What makes a proxy a load balancer: it asks each Server again and again whether it is ready, and
 * gives new connections only to those that are. Open ones stay as they are.
 */
final class Prober implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int OK = 200;

  private final Proxy proxy;
  private final HttpClient http;
  private final List<Node> nodes;
  private final Set<Node> ready = ConcurrentHashMap.newKeySet();
  private final Background questions = new Background();

  Prober(Proxy proxy, HttpClient http, List<Node> nodes, Duration pause) {
    this.proxy = proxy;
    this.http = http;
    this.nodes = nodes;
    for (Node node : nodes) {
      questions.repeat(pause, () -> true, () -> look(node));
    }
  }

  boolean areAllReady() {
    return ready.containsAll(nodes);
  }

  private void look(Node node) throws InterruptedException {
    if (isReady(node)) {
      if (ready.add(node)) {
        proxy.addBackend(node.port());
      }
    } else if (ready.remove(node)) {
      proxy.removeBackend(node.port());
    }
  }

  private boolean isReady(Node node) throws InterruptedException {
    var question =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:%d/ojeomneo/v1/healthcheck/ready".formatted(node.port())))
            .timeout(PATIENCE)
            .build();
    try {
      return http.send(question, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public void close() {
    questions.close();
  }
}
