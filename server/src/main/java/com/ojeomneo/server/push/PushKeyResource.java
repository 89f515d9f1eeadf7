package com.ojeomneo.server.push;

import com.ojeomneo.platform.push.PushNetwork;
import com.ojeomneo.platform.push.PushWay;
import com.ojeomneo.platform.push.VapidKeys;
import com.ojeomneo.platform.security.Public;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Answered from memory, on the event loop. */
@Path("/config/push")
@Public
@Tag(name = "Push")
class PushKeyResource {
  private final PushKey key;

  PushKeyResource(PushWays ways, PushNetwork network) {
    this.key =
        new PushKey(
            ways.browsers().map(VapidKeys::publicKey).orElse(null),
            network.has(PushWay.FCM),
            network.has(PushWay.APNS));
  }

  /**
   * @param publicKey unpadded base64url; null where no browser can be told while the app is closed
   * @param android whether apps of Android can
   * @param ios whether those of iOS can
   */
  record PushKey(@Nullable String publicKey, boolean android, boolean ios) {}

  @GET
  @Operation(
      summary = "Who can be told while the app is closed",
      description =
          "publicKey is the applicationServerKey of PushManager.subscribe, for browsers; android"
              + " and ios say whether a phone of that platform may register.")
  @APIResponse(responseCode = "200", description = "OK")
  public PushKey key() {
    return key;
  }
}
