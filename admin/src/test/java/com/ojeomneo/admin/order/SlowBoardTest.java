package com.ojeomneo.admin.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.admin.session.SignedIn;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.money.Won;
import com.ojeomneo.schema.jooq.enums.OrderChannel;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;

/** What a board does about its reader, without a wire between them. */
class SlowBoardTest {
  private static final UUID SHOP = UUID.randomUUID();
  private static final Instant NOW = Instant.parse("2026-06-01T03:00:00Z");

  private final AtomicBoolean cut = new AtomicBoolean();
  private final Reader reader = new Reader();
  private final Board board =
      new Board(
          new SignedIn(
              "00", new StaffMember(UUID.randomUUID(), "a@b", "직원", false, false, List.of())),
          new Reach.Shops(Set.of(SHOP)),
          new SseImpl(),
          () -> cut.set(true));

  @Test
  void aReaderWhoTakesNothingIsLetGo() {
    begin();
    int told = 0;
    while (board.tell(order(UUID.randomUUID(), 1, OrderStatus.PAID))) {
      told++;
      assertThat(told).isLessThan(2 * Board.WINDOW);
    }
    board.cut();
    assertThat(cut).isTrue();
  }

  @Test
  void aReaderWhoKeepsUpStays() {
    begin();
    for (int i = 0; i < 5 * Board.WINDOW; i++) {
      assertThat(board.tell(order(UUID.randomUUID(), 1, OrderStatus.PAID))).isTrue();
      reader.take(1);
    }
    assertThat(reader.got.get()).isEqualTo(5 * Board.WINDOW);
  }

  @Test
  void nobodyHearsOfThePastOrOfWhatTheyNeverSaw() {
    begin();
    reader.take(100);
    UUID id = UUID.randomUUID();
    board.tell(order(id, 3, OrderStatus.ACCEPTED));
    int shown = reader.got.get();
    board.tell(order(id, 2, OrderStatus.PAID));
    board.tell(order(id, 3, OrderStatus.ACCEPTED));
    board.tell(order(UUID.randomUUID(), 4, OrderStatus.CANCELLED));
    board.tell(order(UUID.randomUUID(), 1, OrderStatus.PENDING_PAYMENT));
    assertThat(reader.got.get()).isEqualTo(shown);
    board.tell(order(id, 4, OrderStatus.CANCELLED));
    assertThat(reader.got.get()).isEqualTo(shown + 1);
    board.tell(order(id, 5, OrderStatus.CANCELLED));
    assertThat(reader.got.get()).isEqualTo(shown + 1);
  }

  private void begin() {
    Multi.createFrom()
        .<OutboundSseEvent>emitter(board::sendTo)
        .onRequest()
        .invoke(board::taken)
        .subscribe()
        .withSubscriber(reader);
    board.begin(new Snapshot(NOW, new Snapshot.Settings(20, 5), List.of(), List.of()), "{}");
  }

  private static News order(UUID id, int seq, OrderStatus status) {
    var order =
        new BoardOrder(
            id,
            "A01",
            SHOP,
            "가게",
            status,
            seq,
            List.of(),
            null,
            null,
            null,
            NOW,
            NOW,
            null,
            null,
            null,
            new Won(9000),
            null,
            OrderChannel.APP,
            null);
    return new News.OfOrder(order, "{}");
  }

  private static final class Reader implements Flow.Subscriber<OutboundSseEvent> {
    final AtomicInteger got = new AtomicInteger();
    private Flow.Subscription subscription;

    void take(long events) {
      subscription.request(events);
    }

    @Override
    public void onSubscribe(Flow.Subscription to) {
      subscription = to;
    }

    @Override
    public void onNext(OutboundSseEvent event) {
      got.incrementAndGet();
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
