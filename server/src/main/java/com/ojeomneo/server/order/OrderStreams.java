package com.ojeomneo.server.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.order.OrderEvents;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.outbox.OutboxEntry;
import com.ojeomneo.platform.outbox.OutboxFeed;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.AccessTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The streams that are open on this node, by the order or the user they follow. The outbox wakes
 * them; what they send they read from {@code order_events}, so that nothing is lost between two
 * wake-ups and nothing is sent twice.
 */
@Singleton
class OrderStreams {
  private static final Logger LOG = Logger.getLogger(OrderStreams.class);

  /** With the half second in which another node's revocation arrives, less than a second. */
  private static final Duration TOKEN_CHECK = Duration.ofMillis(250);

  private final ObjectMapper json;
  private final AccessTokens tokens;
  private final Clock clock;
  private final Farewell farewell;
  private final Map<UUID, Set<OrderStream>> open = new ConcurrentHashMap<>();
  private volatile boolean leaving;

  OrderStreams(
      ObjectMapper json,
      AccessTokens tokens,
      Clock clock,
      @ConfigProperty(name = "ojeomneo.shutdown.delay") Duration delay,
      MeterRegistry metrics) {
    this.json = json;
    this.tokens = tokens;
    this.clock = clock;
    this.farewell = new Farewell(delay, metrics.counter("ojeomneo_order_streams_sent_away"));
    metrics.gauge(
        "ojeomneo_order_streams",
        Tags.empty(),
        open,
        o -> o.values().stream().mapToInt(Set::size).sum());
  }

  /**
   * @param followed the id of the order, or of the user
   */
  void add(UUID followed, OrderStream stream) {
    open.compute(
        followed,
        (id, streams) -> {
          Set<OrderStream> all = streams == null ? ConcurrentHashMap.newKeySet() : streams;
          all.add(stream);
          return all;
        });
  }

  void remove(UUID followed, OrderStream stream) {
    open.computeIfPresent(
        followed,
        (id, streams) -> {
          streams.remove(stream);
          return streams.isEmpty() ? null : streams;
        });
  }

  /** How many streams follow this order, or this user, on this node. */
  int follow(UUID followed) {
    return open.getOrDefault(followed, Set.of()).size();
  }

  private void onChange(OutboxEntry entry) {
    try {
      var wake = json.readValue(entry.payload(), OrderEvents.Wake.class);
      wake(wake.orderId());
      wake(wake.userId());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not an order's event", e);
    }
  }

  void begin(@Observes StartupEvent start, OutboxFeed outbox, BackgroundJobs jobs) {
    outbox.listen(OrderEvents.TOPIC, this::onChange);
    jobs.every(TOKEN_CHECK, "order-streams", this::endStaleAndBeat);
  }

  /**
   * To be called when a stream has begun: on a node that leaves it has shown what there is, which
   * is all that it will.
   */
  void begun(OrderStream stream) {
    if (leaving) {
      farewell.tell(stream);
    }
  }

  void leave(@Observes ShutdownDelayInitiatedEvent stopping) {
    leaving = true;
    List<OrderStream> streams = open.values().stream().flatMap(Set::stream).toList();
    if (!streams.isEmpty()) {
      LOG.infof("stopping: sending %d streams to other nodes", streams.size());
    }
    Thread.startVirtualThread(() -> farewell.tell(streams));
  }

  private void wake(UUID followed) {
    open.getOrDefault(followed, Set.of())
        .forEach(stream -> Thread.startVirtualThread(stream::wake));
  }

  private void endStaleAndBeat() {
    Instant now = clock.instant();
    for (Set<OrderStream> streams : open.values()) {
      for (OrderStream stream : streams) {
        try {
          tokens.requireLive(stream.token());
          stream.heartbeat(now);
        } catch (Problem expiredOrRevoked) {
          stream.end();
        }
      }
    }
  }
}
