package com.ojeomneo.server.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.config.AppConfig;
import com.ojeomneo.config.AppConfigs;
import com.ojeomneo.config.AppPlatform;
import com.ojeomneo.config.AppVersion;
import com.ojeomneo.platform.cache.Cache;
import com.ojeomneo.platform.cache.CacheKey;
import com.ojeomneo.platform.cache.Caches;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.Public;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/config")
@Public
@Tag(name = "Config")
class ConfigResource {
  private static final Duration TIME_TO_LIVE = Duration.ofMinutes(30);
  private static final int MAX_DEVICE = 100;

  private final Cache<ConfigAnswers> cache;
  private final Database database;
  private final Clock clock;

  ConfigResource(Caches caches, Database database, ObjectMapper json, Clock clock) {
    this.cache = caches.create(settings -> ConfigAnswers.of(settings, json), ConfigAnswers::bytes);
    this.database = database;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "What the app asks at start: update, features, settings, notices")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AppConfig.class)))
  public Uni<Response> config(
      @QueryParam("platform")
          @DefaultValue("web")
          @Parameter(schema = @Schema(enumeration = {"ios", "android", "web"}))
          String platform,
      @QueryParam("version") @Parameter(example = "1.2.0") String version,
      @QueryParam("device")
          @Parameter(
              description =
                  "The installation's own id, 1 to 100 characters: a feature that is on for a share"
                      + " of the devices stays on for the same ones")
          String device,
      @Context RoutingContext request) {
    AppPlatform asking = platform(platform);
    AppVersion installed = version(version);
    String installation = device(device);
    var key = new CacheKey("config", asking.code(), "config", TIME_TO_LIVE, true);
    return cache
        .get(key, () -> AppConfigs.of(database.sql(), asking, clock.instant()))
        .map(
            answers ->
                answers.as(answers.settings().seenBy(installed, installation)).answer(request));
  }

  private static AppPlatform platform(String text) {
    return AppPlatform.parse(text)
        .orElseThrow(
            () ->
                Problem.invalid(
                    "platform", "ios, android, web 중 하나로 보내 주세요.", "Send ios, android or web."));
  }

  private static AppVersion version(String text) {
    if (text == null) {
      return null;
    }
    return AppVersion.parse(text)
        .orElseThrow(
            () -> Problem.invalid("version", "1.2.3 같은 버전으로 보내 주세요.", "Send a version as 1.2.3."));
  }

  private static String device(String text) {
    if (text != null && text.length() > MAX_DEVICE) {
      throw Problem.invalid("device", "100자 이하로 보내 주세요.", "Send at most 100 characters.");
    }
    return text;
  }
}
