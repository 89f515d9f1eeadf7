package com.ojeomneo.server.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * By which Android (Digital Asset Links) and iOS (associated domains) know that links to orders and
 * from the payment page may open the app of the stores. Not there before the app has been signed.
 */
@Singleton
class AppLinks {
  private final String app;
  private final Optional<List<String>> certificates;
  private final Optional<String> team;

  AppLinks(
      @ConfigProperty(name = "ojeomneo.app.id") String app,
      @ConfigProperty(name = "ojeomneo.app.android-certificates")
          Optional<List<String>> certificates,
      @ConfigProperty(name = "ojeomneo.app.apple-team-id") Optional<String> team) {
    this.app = app;
    this.certificates = certificates;
    this.team = team;
  }

  void register(@Observes Router router) {
    certificates.ifPresent(
        signed ->
            router
                .get("/.well-known/assetlinks.json")
                .handler(request -> send(request, android(signed).encode())));
    team.ifPresent(
        owner ->
            router
                .get("/.well-known/apple-app-site-association")
                .handler(request -> send(request, apple(owner).encode())));
  }

  private JsonArray android(List<String> certificates) {
    var target =
        new JsonObject()
            .put("namespace", "android_app")
            .put("package_name", app)
            .put("sha256_cert_fingerprints", new JsonArray(certificates));
    var permission = new JsonArray().add("delegate_permission/common.handle_all_urls");
    return new JsonArray().add(new JsonObject().put("relation", permission).put("target", target));
  }

  private JsonObject apple(String team) {
    var paths = new JsonArray();
    for (String path : List.of("/checkout/return", "/orders", "/orders/*")) {
      paths.add(new JsonObject().put("/", path));
    }
    var details =
        new JsonObject()
            .put("appIDs", new JsonArray().add(team + "." + app))
            .put("components", paths);
    return new JsonObject()
        .put("applinks", new JsonObject().put("details", new JsonArray().add(details)));
  }

  private static void send(RoutingContext request, String json) {
    request
        .response()
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "public, max-age=3600")
        .end(json);
  }
}
