package com.ojeomneo.server.change;

import com.ojeomneo.platform.security.Public;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What is not as it was, live (WHATWG server-sent events), for whoever has the app open. */
@Path("/changes")
@Public
@Tag(name = "Config")
@Produces(MediaType.SERVER_SENT_EVENTS)
class ChangeResource {
  private final ChangeStreams streams;

  ChangeResource(ChangeStreams streams) {
    this.streams = streams;
  }

  @GET
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @Operation(summary = "Which settings, shops and dishes are not as they were, live")
  public Multi<OutboundSseEvent> listen() {
    var reader = new AtomicReference<ChangeStream>();
    return Multi.createFrom()
        .<OutboundSseEvent>emitter(
            out -> {
              var stream = new ChangeStream(out);
              reader.set(stream);
              out.onTermination(() -> streams.remove(stream));
              streams.add(stream);
            })
        .onRequest()
        .invoke(
            events -> {
              ChangeStream stream = reader.get();
              if (stream != null) {
                stream.taken(events);
              }
            });
  }
}
