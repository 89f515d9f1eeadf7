package com.ojeomneo.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says of routes that clients should leave since when ({@code Deprecation}, RFC 9745), until when
 * they are there ({@code Sunset}, RFC 8594) and what to use instead. Days begin in Seoul.
 */
@Singleton
class Deprecation {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  /** By a name of its own: {@code ojeomneo.deprecation.{name}.since}. */
  @ConfigMapping(prefix = "ojeomneo.deprecation")
  interface Deprecations {
    @WithParentName
    Map<String, Deprecated> byName();

    interface Deprecated {
      /** Patterns of {@link Requests}. */
      List<String> requests();

      LocalDate since();

      Optional<LocalDate> sunset();

      /** A page that says what to do. */
      Optional<URI> link();
    }
  }

  private record Notice(Requests requests, Map<String, String> headers) {}

  private final List<Notice> notices;

  Deprecation(Deprecations configured) {
    this.notices = configured.byName().values().stream().map(Deprecation::notice).toList();
  }

  void register(@Observes Filters filters) {
    if (!notices.isEmpty()) {
      // Also on what is refused: before the limits (250).
      filters.register(this::say, 260);
    }
  }

  private void say(RoutingContext request) {
    MultiMap answer = request.response().headers();
    String method = request.request().method().name();
    String path = RequestPath.of(request);
    for (Notice notice : notices) {
      if (notice.requests().contain(method, path)) {
        notice.headers().forEach(answer::set);
      }
    }
    request.next();
  }

  private static Notice notice(Deprecations.Deprecated deprecated) {
    var headers = new HashMap<String, String>();
    headers.put("Deprecation", "@" + start(deprecated.since()).toEpochSecond());
    deprecated
        .sunset()
        .ifPresent(
            day ->
                headers.put(
                    "Sunset", HTTP_DATE.format(start(day).withZoneSameInstant(ZoneOffset.UTC))));
    deprecated
        .link()
        .ifPresent(page -> headers.put("Link", "<%s>; rel=\"deprecation\"".formatted(page)));
    return new Notice(Requests.of(deprecated.requests()), Map.copyOf(headers));
  }

  private static ZonedDateTime start(LocalDate day) {
    return day.atStartOfDay(SEOUL);
  }
}
