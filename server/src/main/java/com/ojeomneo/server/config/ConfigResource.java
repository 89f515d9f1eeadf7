package com.ojeomneo.server.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.config.AppConfig;
import com.ojeomneo.config.AppConfigs;
import com.ojeomneo.config.AppPlatform;
import com.ojeomneo.config.AppVersion;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.Representation;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.Public;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/config")
@Public
@RunOnVirtualThread
@Tag(name = "Config")
class ConfigResource {
  private final Database database;
  private final ObjectMapper json;
  private final Clock clock;

  ConfigResource(Database database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
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
  public Response config(
      @QueryParam("platform")
          @DefaultValue("web")
          @Parameter(schema = @Schema(enumeration = {"ios", "android", "web"}))
          String platform,
      @QueryParam("version") @Parameter(example = "1.2.0") String version,
      @Context RoutingContext request) {
    AppPlatform asking =
        AppPlatform.parse(platform)
            .orElseThrow(
                () ->
                    Problem.invalid(
                        "platform",
                        "ios, android, web 중 하나로 보내 주세요.",
                        "Send ios, android or web."));
    Optional<AppVersion> installed =
        Optional.ofNullable(version)
            .map(
                text ->
                    AppVersion.parse(text)
                        .orElseThrow(
                            () ->
                                Problem.invalid(
                                    "version",
                                    "1.2.3 같은 버전으로 보내 주세요.",
                                    "Send a version as 1.2.3.")));
    AppConfig config = AppConfigs.of(database.sql(), asking, installed, clock.instant());
    return Representation.of(config, json).answer(request);
  }
}
