package com.ojeomneo.server.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.outbox.OutboxEntry;
import com.ojeomneo.platform.outbox.OutboxFeed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The apps that listen on this node. What changes within {@link #PAUSE} is told at once and
 * together, however many rows somebody writes. An event is the same object for all of them.
 */
@Singleton
class ChangeStreams {
  private static final Logger LOG = Logger.getLogger(ChangeStreams.class);

  /** After the cache of this node: who asks because they were told gets what is true now. */
  private static final int CACHE_HAS_BEGUN = 6000;

  static final String TOPIC = "cache";
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final ObjectMapper json;
  private final Sse sse;
  private final Clock clock;
  private final Duration delay;
  private final Counter told;
  private final Set<ChangeStream> open = ConcurrentHashMap.newKeySet();
  private final ChangedNames changed = new ChangedNames();
  private volatile Runnable wake = () -> {};
  private Instant toldAt = Instant.MIN;
  private Instant beatAt = Instant.MIN;
  private volatile boolean leaving;

  ChangeStreams(
      ObjectMapper json,
      Sse sse,
      Clock clock,
      @ConfigProperty(name = "ojeomneo.shutdown.delay") Duration delay,
      MeterRegistry metrics) {
    this.json = json;
    this.sse = sse;
    this.clock = clock;
    this.delay = delay;
    this.told = metrics.counter("ojeomneo_change_events");
    metrics.gauge("ojeomneo_change_streams", Tags.empty(), open, Set::size);
  }

  void begin(
      @Observes @Priority(CACHE_HAS_BEGUN) StartupEvent start,
      OutboxFeed feed,
      BackgroundJobs jobs) {
    wake = jobs.every(PAUSE, "change-streams", this::tellAndBeat);
    feed.listen(TOPIC, this::hear);
  }

  void add(ChangeStream stream) {
    open.add(stream);
    // Says at once that the line is there, through whatever buffers.
    stream.send(sse.newEventBuilder().comment("connected").build());
    if (leaving) {
      stream.end();
    }
  }

  void remove(ChangeStream stream) {
    open.remove(stream);
  }

  private void hear(OutboxEntry entry) {
    List<String> tags;
    try {
      tags = json.readValue(entry.payload(), Changed.class).tags();
    } catch (JsonProcessingException e) {
      // As the cache has it: what cannot be understood may be anything.
      tags = List.of(ChangedNames.ALL);
    }
    boolean atOnce;
    synchronized (changed) {
      changed.add(tags);
      atOnce = !changed.isEmpty() && clock.instant().isAfter(toldAt.plus(PAUSE));
    }
    if (atOnce) {
      wake.run();
    }
  }

  /** As it is told: {@code {"tags":["config"]}}. */
  record Changed(List<String> tags) {}

  private void tellAndBeat() {
    Instant now = clock.instant();
    List<String> tags;
    synchronized (changed) {
      tags = changed.take();
      if (!tags.isEmpty()) {
        toldAt = now;
      }
    }
    if (!tags.isEmpty()) {
      told.increment();
      sendAll(
          sse.newEventBuilder()
              .name("changed")
              .data(String.class, text(new Changed(tags)))
              .build());
    }
    if (!now.isBefore(beatAt.plus(HEARTBEAT))) {
      beatAt = now;
      sendAll(sse.newEventBuilder().comment("").build());
    }
  }

  private void sendAll(OutboundSseEvent event) {
    for (ChangeStream stream : open) {
      try {
        stream.send(event);
      } catch (RuntimeException e) {
        LOG.warnf(e, "an app cannot be told and is forgotten");
        open.remove(stream);
      }
    }
  }

  private String text(Changed changes) {
    try {
      return json.writeValueAsString(changes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Evenly over the middle of the delay, so that the other nodes do not get all of them at once.
   */
  void leave(@Observes ShutdownDelayInitiatedEvent stopping) {
    leaving = true;
    List<ChangeStream> all = List.copyOf(open);
    Thread.startVirtualThread(() -> sendAway(all));
  }

  private void sendAway(List<ChangeStream> all) {
    try {
      Thread.sleep(delay.multipliedBy(3).dividedBy(10));
      for (ChangeStream stream : all) {
        stream.end();
        Thread.sleep(delay.multipliedBy(6).dividedBy(10).dividedBy(all.size()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
