package com.ojeomneo.server.order;

import com.ojeomneo.order.OrderEvents;
import com.ojeomneo.order.OrderEvents.Recorded;
import com.ojeomneo.order.OrderViews;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.AccessToken;
import com.ojeomneo.platform.security.CurrentUser;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/**
 * Orders, live (WHATWG server-sent events). Without {@code Last-Event-ID} a stream begins with the
 * order as it is, with it exactly after that event. An id beyond the newest event is as none.
 */
@Path("/orders")
@Tag(name = "Orders")
@Produces(MediaType.SERVER_SENT_EVENTS)
@Blocking
class OrderStreamResource {
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  private final OrderStreams streams;
  private final OrderViews views;
  private final Database database;
  private final CurrentUser user;
  private final Clock clock;
  private final RoutingContext http;

  OrderStreamResource(
      OrderStreams streams,
      OrderViews views,
      Database database,
      CurrentUser user,
      Clock clock,
      RoutingContext http) {
    this.streams = streams;
    this.views = views;
    this.database = database;
    this.user = user;
    this.clock = clock;
    this.http = http;
  }

  @GET
  @Path("/{id}/events")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @Operation(summary = "One of your orders, live")
  public Multi<OutboundSseEvent> ofOrder(
      @PathParam("id") String id,
      @HeaderParam(LAST_EVENT_ID) String lastEventId,
      @Context Sse sse) {
    UUID order =
        views.find(database.sql(), PathId.of(id), user.id()).orElseThrow(Problem::notFound).id();
    return stream(
        order,
        lastEventId,
        sse,
        Recorded::seq,
        seq -> OrderEvents.after(database.sql(), order, seq, OrderStream.PAGE),
        () -> OrderEvents.latest(database.sql(), order));
  }

  @GET
  @Path("/events")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @Operation(summary = "All your orders, live")
  public Multi<OutboundSseEvent> ofUser(
      @HeaderParam(LAST_EVENT_ID) String lastEventId, @Context Sse sse) {
    UUID id = user.id();
    return stream(
        id,
        lastEventId,
        sse,
        Recorded::userSeq,
        seq -> OrderEvents.afterOfUser(database.sql(), id, seq, OrderStream.PAGE),
        () -> OrderEvents.latestOfUser(database.sql(), id));
  }

  private Multi<OutboundSseEvent> stream(
      UUID followed,
      String lastEventId,
      Sse sse,
      ToLongFunction<Recorded> sequence,
      LongFunction<List<Recorded>> later,
      Supplier<List<Recorded>> latest) {
    AccessToken token = user.token();
    Long resumed = parse(lastEventId);
    closeAfterwards(http);
    var stream = new OrderStream(token, sse, sequence, later);
    return Multi.createFrom()
        .<OutboundSseEvent>emitter(
            out -> {
              stream.sendTo(out);
              // Known to the wake-ups before it reads, so that no event falls in between.
              streams.add(followed, stream);
              out.onTermination(() -> streams.remove(followed, stream));
              List<Recorded> newest = latest.get();
              if (resumed != null && isReached(resumed, newest, sequence)) {
                stream.begin(resumed, List.of(), clock.instant());
              } else {
                stream.begin(0, newest, clock.instant());
              }
              streams.begun(stream);
            })
        .onRequest()
        .invoke(stream::taken);
  }

  /**
   * The connection carries nothing after the stream: whoever comes back is to come to the node that
   * a load balancer chooses now, and not to meet a connection that closes just then. HTTP/2 has its
   * own way.
   */
  private static void closeAfterwards(RoutingContext http) {
    HttpServerRequest request = http.request();
    if (request.version() == HttpVersion.HTTP_1_1) {
      // What is injected is gone when the stream ends.
      HttpConnection connection = request.connection();
      http.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      http.addEndHandler(ended -> connection.close());
    }
  }

  /** An id from a future that a restored database does not know would else wait for it. */
  private static boolean isReached(
      long resumed, List<Recorded> newest, ToLongFunction<Recorded> sequence) {
    return resumed <= (newest.isEmpty() ? 0 : sequence.applyAsLong(newest.getLast()));
  }

  private static Long parse(String lastEventId) {
    if (lastEventId == null || lastEventId.isBlank()) {
      return null;
    }
    if (!lastEventId.matches("[0-9]{1,18}")) {
      throw Problem.invalid(LAST_EVENT_ID, "이벤트 번호가 아닙니다.", "It is not the id of an event.");
    }
    return Long.parseLong(lastEventId);
  }
}
