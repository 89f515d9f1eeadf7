package com.ojeomneo.drills;

import com.ojeomneo.local.TemporaryStack.Node;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What makes a proxy a load balancer: it asks each Server again and again whether it is ready, and
 * gives new connections only to those that are. Open ones stay as they are.
 */
final class Prober implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int OK = 200;

  /** As Kubernetes has it: one that is busy is not taken out at once. */
  private static final int SILENCE_TO_TAKE_OUT = 3;

  private enum Answer {
    READY,
    NOT_READY,
    NONE
  }

  private final Proxy proxy;
  private final HttpClient http;
  private final List<Node> nodes;
  private final Set<Node> ready = ConcurrentHashMap.newKeySet();
  private final Map<Node, Integer> silence = new ConcurrentHashMap<>();
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
    Answer answer = ask(node);
    int silent = silence.merge(node, 1, (before, one) -> answer == Answer.NONE ? before + one : 0);
    if (answer == Answer.READY && ready.add(node)) {
      proxy.addBackend(node.port());
    } else if ((answer == Answer.NOT_READY || silent >= SILENCE_TO_TAKE_OUT)
        && ready.remove(node)) {
      proxy.removeBackend(node.port());
    }
  }

  private Answer ask(Node node) throws InterruptedException {
    var question =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:%d/ojeomneo/v1/healthcheck/ready".formatted(node.port())))
            .timeout(PATIENCE)
            .build();
    try {
      return http.send(question, BodyHandlers.discarding()).statusCode() == OK
          ? Answer.READY
          : Answer.NOT_READY;
    } catch (HttpTimeoutException busy) {
      return Answer.NONE;
    } catch (IOException gone) {
      return Answer.NOT_READY;
    }
  }

  @Override
  public void close() {
    questions.close();
  }
}
