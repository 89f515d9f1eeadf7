package com.ojeomneo.platform.ratelimit;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;

/** Who asks, for the rules that count per caller; an application knows its own way to tell. */
public interface Callers {
  /** Whether {@link #user} answers at once; else it is asked on a thread that may wait. */
  boolean isAtHand(RoutingContext request);

  /** Empty when it is nobody known: then the address is counted. */
  Optional<UUID> user(RoutingContext request);
}
