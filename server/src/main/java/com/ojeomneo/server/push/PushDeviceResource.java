package com.ojeomneo.server.push;

import com.ojeomneo.platform.http.Languages;
import com.ojeomneo.platform.security.CurrentUser;
import com.ojeomneo.user.PushSubscriptions;
import com.ojeomneo.user.RegisterPhone;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/users/me/push-device")
@Tag(name = "Push")
@RunOnVirtualThread
class PushDeviceResource {
  private final PushSubscriptions subscriptions;
  private final CurrentUser currentUser;

  PushDeviceResource(PushSubscriptions subscriptions, CurrentUser currentUser) {
    this.subscriptions = subscriptions;
    this.currentUser = currentUser;
  }

  @PUT
  @Operation(
      summary = "Tell this phone of my orders while the app is closed",
      description =
          "For the apps of the stores: the token that Firebase (ANDROID) or Apple (IOS, in"
              + " hexadecimal) gave this app. One a log-in: it takes the place of the one before,"
              + " and ends with the log-in. Sent when an order of mine is accepted, ready or"
              + " cancelled, in the language of this request, with the data {orderId,status,url}.")
  @APIResponse(responseCode = "204", description = "It is told")
  @APIResponse(
      responseCode = "400",
      description = "VALIDATION_FAILED: phones of this platform are not told, or that is no token")
  @APIResponse(responseCode = "404", description = "NOT_FOUND: logged out meanwhile")
  public void put(@NotNull @Valid RegisterPhone command, @Context RoutingContext request) {
    subscriptions.put(currentUser.id(), currentUser.token().sid(), command, Languages.of(request));
  }

  @DELETE
  @Operation(summary = "Tell this phone no more", description = "Again changes nothing.")
  @APIResponse(responseCode = "204", description = "It is not told")
  public void remove() {
    subscriptions.remove(currentUser.token().sid());
  }
}
