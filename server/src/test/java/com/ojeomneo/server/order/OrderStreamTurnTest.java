package com.ojeomneo.server.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.order.OrderEvents.Recorded;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;

/** The turns of one stream, without a network: slow readers, failing reads, silence. */
class OrderStreamTurnTest {
  private static final Instant NOON = Instant.parse("2026-03-02T03:00:00Z");
  private static final UUID ORDER = new UUID(0, 1);

  @Test
  void aReaderThatTakesNothingIsSentNoMoreThanTheWindow() {
    var reads = new int[1];
    var reader =
        read(
            last -> {
              reads[0]++;
              return events(last, 1_000_000);
            },
            0);
    assertThat(reader.getItems()).isEmpty();
    assertThat(reads[0]).isEqualTo(1);
    reader.request(OrderStream.WINDOW);
    reader.awaitItems(OrderStream.WINDOW);
    reader.assertNotTerminated();
  }

  @Test
  void aReadThatFailsEndsTheStreamRatherThanSilenceIt() {
    var reader =
        read(
            last -> {
              throw new IllegalStateException("no database");
            },
            10);
    reader.awaitCompletion();
  }

  @Test
  void aSilentStreamBeatsEveryFifteenSeconds() {
    var stream = stream(last -> List.of());
    var reader = subscribe(stream, 10);
    stream.heartbeat(NOON.plusMillis(14_999));
    assertThat(reader.getItems()).hasSize(1);
    stream.heartbeat(NOON.plusMillis(15_000));
    assertThat(reader.getItems()).hasSize(2);
    OutboundSseEvent beat = reader.getLastItem();
    assertThat(beat.getComment()).isNotNull();
    assertThat(beat.getData()).isNull();
    stream.heartbeat(NOON.plus(Duration.ofSeconds(29)));
    assertThat(reader.getItems()).hasSize(2);
  }

  /** In the WHATWG's words: the reconnection time is set, nothing is dispatched, the id stays. */
  @Test
  void whoIsSentAwayIsToldWhenToComeBackAndLosesNothing() {
    var stream = stream(last -> events(last, 3));
    var reader = subscribe(stream, 10);
    stream.sendAway(Duration.ofMillis(700));
    reader.awaitCompletion();
    assertThat(reader.getItems().stream().filter(event -> event.getId() != null))
        .extracting(OutboundSseEvent::getId)
        .containsExactly("1", "2", "3");
    OutboundSseEvent last = reader.getLastItem();
    assertThat(last.getReconnectDelay()).isEqualTo(700);
    assertThat(last.getId()).isNull();
    assertThat(last.getData()).isNull();
    stream.wake();
    assertThat(reader.getLastItem()).isSameAs(last);
  }

  private static AssertSubscriber<OutboundSseEvent> read(
      LongFunction<List<Recorded>> later, long demand) {
    return subscribe(stream(later), demand);
  }

  private static OrderStream stream(LongFunction<List<Recorded>> later) {
    return new OrderStream(null, new SseImpl(), Recorded::seq, later);
  }

  private static AssertSubscriber<OutboundSseEvent> subscribe(OrderStream stream, long demand) {
    return Multi.createFrom()
        .<OutboundSseEvent>emitter(
            out -> {
              stream.sendTo(out);
              stream.begin(0, List.of(), NOON);
            })
        .onRequest()
        .invoke(stream::taken)
        .subscribe()
        .withSubscriber(AssertSubscriber.create(demand));
  }

  private static List<Recorded> events(long after, long until) {
    return LongStream.rangeClosed(after + 1, Math.min(after + OrderStream.PAGE, until))
        .mapToObj(n -> new Recorded(ORDER, (int) n, n, "{}"))
        .toList();
  }
}
