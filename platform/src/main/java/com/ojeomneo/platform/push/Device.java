package com.ojeomneo.platform.push;

/**
 * Where somebody is told something: a browser, or the app on a phone. Each is an address of one
 * person, and prints nothing of itself.
 */
public sealed interface Device permits Subscription, FcmToken, ApnsToken {
  PushWay way();

  /** Unique among those of its way. */
  String address();
}
