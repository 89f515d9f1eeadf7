package com.ojeomneo.platform.push;

import java.time.Duration;
import java.util.Map;

/**
 * What a device shows.
 *
 * @param tag of the notification: the next one with it takes the place of this one; 64 bytes at
 *     most
 * @param topic takes the place of what still waits for the device under the same topic; 32
 *     characters of base64url at most
 * @param data for the app itself, which shows none of it
 * @param timeToLive how long it is kept for a device that is off
 */
public record PushMessage(
    String title,
    String body,
    String tag,
    String topic,
    Map<String, String> data,
    Duration timeToLive) {}
