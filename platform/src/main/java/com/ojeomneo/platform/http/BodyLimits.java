package com.ojeomneo.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many bytes of a body are read: the same for every address but those that say otherwise. */
@ApplicationScoped
class BodyLimits {
  private final MemorySize usual;
  private final Larger larger;

  /** {@code ojeomneo.larger-body."/path"}. */
  @ConfigMapping(prefix = "ojeomneo.larger-body")
  interface Larger {
    @WithParentName
    Map<String, MemorySize> byPath();
  }

  BodyLimits(
      @ConfigProperty(name = "ojeomneo.http.max-body-size") MemorySize usual, Larger larger) {
    this.usual = usual;
    this.larger = larger;
  }

  long of(RoutingContext request) {
    return larger.byPath().getOrDefault(RequestPath.of(request), usual).asLongValue();
  }
}
