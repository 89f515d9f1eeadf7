package com.ojeomneo.platform.push;

import java.util.Locale;

/** By whom a message is delivered. */
public enum PushWay {
  /** The push service that a browser names. */
  WEB,
  /** Firebase Cloud Messaging: Android. */
  FCM,
  /** Apple Push Notification service: iOS. */
  APNS;

  /** As metrics and people read it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
