package com.ojeomneo.server.push;

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

  PushKeyResource(PushJobs push) {
    this.key = new PushKey(push.keys().map(VapidKeys::publicKey).orElse(null));
  }

  /**
   * @param publicKey unpadded base64url; null where nobody can be told while the app is closed
   */
  record PushKey(@Nullable String publicKey) {}

  @GET
  @Operation(
      summary = "The key that browsers subscribe with",
      description = "The applicationServerKey of PushManager.subscribe.")
  @APIResponse(responseCode = "200", description = "OK")
  public PushKey key() {
    return key;
  }
}
