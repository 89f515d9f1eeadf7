package com.ojeomneo.admin.order;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.admin.staff.Reach;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The board, live: everything on it at first, then what changes (WHATWG server-sent events). */
@Path("/api/orders/live")
@Blocking
class BoardResource {
  private final Boards boards;
  private final CurrentStaff current;
  private final RoutingContext http;

  BoardResource(Boards boards, CurrentStaff current, RoutingContext http) {
    this.boards = boards;
    this.current = current;
    this.http = http;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  public Multi<OutboundSseEvent> live(@Context Sse sse) {
    Reach reach = current.member().require(Permission.VIEW);
    // What is injected is gone once the stream runs.
    HttpServerResponse response = http.response();
    var board = new Board(current.signedIn(), reach, sse, response::reset);
    return Multi.createFrom()
        .<OutboundSseEvent>emitter(
            out -> {
              board.sendTo(out);
              out.onTermination(() -> boards.close(board));
              boards.open(board);
            })
        .onRequest()
        .invoke(board::taken);
  }
}
