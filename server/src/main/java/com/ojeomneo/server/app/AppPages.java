package com.ojeomneo.server.app;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of the app, from memory. Every address of the app is answered with its one page:
 * somebody may open a link, reload, or come back from the payment page anywhere in it.
 */
@Singleton
class AppPages {
  private static final String SCREENS =
      "/((?:stores|menus|cart)/[^/.]+|orders(?:/[^/.]+(?:/receipt)?)?|favourites|me(?:/(?:devices|logins|verify))?"
          + "|login(?:/[^/.]+)?|signup|password|view|design|checkout/return)?/?";
  private static final String FILES =
      "/(?:assets/[A-Za-z0-9_-]+\\.(?:js|css)|sw\\.js|push\\.js|workbox-[0-9a-f]+\\.js"
          + "|manifest\\.webmanifest|icon(?:-maskable)?\\.svg)";

  /** Before {@code /checkout/:order}, which is the page of a payment. */
  private static final int ORDER = 5;

  private final Map<String, AppFile> files = new ConcurrentHashMap<>();

  void register(@Observes Router router) {
    router.getWithRegex(SCREENS).order(ORDER).handler(request -> send("/index.html", request));
    router
        .getWithRegex(FILES)
        .order(ORDER)
        .handler(request -> send(request.request().path(), request));
  }

  private void send(String path, RoutingContext request) {
    Optional<AppFile> file = file(path);
    if (file.isPresent()) {
      file.get().send(request);
    } else {
      request.next();
    }
  }

  /** What is not there is not remembered: there is no end to the names that it could have. */
  private Optional<AppFile> file(String path) {
    AppFile known = files.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<AppFile> read = AppFile.read(path);
    read.ifPresent(file -> files.put(path, file));
    return read;
  }
}
