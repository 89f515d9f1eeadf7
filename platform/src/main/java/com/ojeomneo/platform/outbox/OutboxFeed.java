package com.ojeomneo.platform.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.redis.Subscription;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * What this node's features hear of the outbox: each entry that is committed while the node serves,
 * whether Redis brings it or {@link OutboxTail} reads it, and only once as long as it is among the
 * last {@value #REMEMBERED}. When Redis gets a longer backlog, entries come again.
 */
@Singleton
public class OutboxFeed {
  private static final Logger LOG = Logger.getLogger(OutboxFeed.class);
  private static final int REMEMBERED = 10_000;
  private static final int WAITING = 10_000;

  private final Subscription subscription;
  private final ObjectMapper json;
  private final Counter heard;
  private final Counter read;
  private final Map<String, List<Consumer<OutboxEntry>>> listeners = new ConcurrentHashMap<>();
  private final Queue<Message> waiting = new LinkedBlockingQueue<>(WAITING);
  private final LinkedHashSet<Long> told = new LinkedHashSet<>();
  private volatile Runnable wake = () -> {};

  private record Message(String topic, String text) {}

  OutboxFeed(Subscription subscription, ObjectMapper json, MeterRegistry metrics) {
    this.subscription = subscription;
    this.json = json;
    this.heard = metrics.counter("ojeomneo_outbox_told", "way", "pubsub");
    this.read = metrics.counter("ojeomneo_outbox_told", "way", "tail");
  }

  /**
   * Follows a topic from now on.
   *
   * @param listener one entry at a time; it must not wait. When it fails that is logged, and the
   *     others go on
   */
  public void listen(String topic, Consumer<OutboxEntry> listener) {
    listeners.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>()).add(listener);
    subscription.listen(OutboxEntry.channel(topic), message -> hear(new Message(topic, message)));
  }

  void begin(@Observes StartupEvent start, BackgroundJobs jobs) {
    wake = jobs.every(Duration.ofSeconds(1), "outbox-feed", this::tellHeard);
  }

  /** On the connection's thread. What finds no room is read from the table within seconds. */
  private void hear(Message message) {
    if (waiting.offer(message)) {
      wake.run();
    }
  }

  private void tellHeard() {
    Message message;
    while ((message = waiting.poll()) != null) {
      try {
        tell(OutboxEntry.of(message.topic(), message.text(), json), heard);
      } catch (IllegalArgumentException e) {
        LOG.warnf("what came on %s is no entry: %s", message.topic(), e.getMessage());
      }
    }
  }

  void tellRead(OutboxEntry entry) {
    tell(entry, read);
  }

  /** One at a time: an entry counts as told when its listeners are done with it. */
  private synchronized void tell(OutboxEntry entry, Counter way) {
    List<Consumer<OutboxEntry>> interested = listeners.get(entry.topic());
    if (interested == null || told.contains(entry.id())) {
      return;
    }
    for (Consumer<OutboxEntry> listener : interested) {
      try {
        listener.accept(entry);
      } catch (RuntimeException e) {
        LOG.errorf(e, "a listener fails on outbox %d", entry.id());
      }
    }
    way.increment();
    told.add(entry.id());
    if (told.size() > REMEMBERED) {
      told.removeFirst();
    }
  }
}
