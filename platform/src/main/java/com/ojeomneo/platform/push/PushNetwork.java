package com.ojeomneo.platform.push;

import java.util.Optional;

/**
 * All ways to deliver that this installation has. A device of a way that it has not is gone: it
 * registers again once there is one.
 */
public final class PushNetwork {
  private static final Outcome GONE = new Outcome.Gone();

  private final Optional<WebPush> web;
  private final Optional<FcmPush> fcm;
  private final Optional<ApnsPush> apns;

  public PushNetwork(Optional<WebPush> web, Optional<FcmPush> fcm, Optional<ApnsPush> apns) {
    this.web = web;
    this.fcm = fcm;
    this.apns = apns;
  }

  public boolean has(PushWay way) {
    return switch (way) {
      case WEB -> web.isPresent();
      case FCM -> fcm.isPresent();
      case APNS -> apns.isPresent();
    };
  }

  /** Blocks for 20 seconds at most. */
  public Outcome send(PushMessage message, Device to) {
    return switch (to) {
      case Subscription browser -> send(web, message, browser);
      case FcmToken phone -> send(fcm, message, phone);
      case ApnsToken phone -> send(apns, message, phone);
    };
  }

  private static <D extends Device> Outcome send(
      Optional<? extends PushSender<D>> way, PushMessage message, D to) {
    return way.map(sender -> sender.send(message, to)).orElse(GONE);
  }
}
