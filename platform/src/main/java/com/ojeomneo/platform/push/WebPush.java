package com.ojeomneo.platform.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.LinkedHashMap;

/**
 * Hands messages to the push services of browsers (RFC 8030), as one JSON object of title, body,
 * tag and the data.
 */
public final class WebPush implements PushSender<Subscription> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final VapidKeys keys;
  private final PushServices services;
  private final PushHttp http;
  private final Clock clock;

  public WebPush(VapidKeys keys, PushServices services, PushHttp http, Clock clock) {
    this.keys = keys;
    this.services = services;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public Outcome send(PushMessage message, Subscription to) {
    URI endpoint = to.endpoint();
    if (!services.include(endpoint)) {
      return new Outcome.Gone();
    }
    var request =
        HttpRequest.newBuilder(endpoint)
            .header("Authorization", keys.authorization(endpoint, clock))
            .header("Content-Encoding", "aes128gcm")
            .header("Content-Type", "application/octet-stream")
            .header("TTL", String.valueOf(message.timeToLive().toSeconds()))
            .header("Topic", message.topic())
            .header("Urgency", "high")
            .POST(BodyPublishers.ofByteArray(Encryption.encrypt(body(message), to)))
            .build();
    try {
      HttpResponse<String> answer = http.send(request);
      int status = answer.statusCode();
      if (status >= 200 && status < 300) {
        return new Outcome.Sent();
      }
      return status == 404 || status == 410 ? new Outcome.Gone() : http.notTaken(answer, "");
    } catch (IOException e) {
      return http.failed(endpoint, e);
    }
  }

  private static byte[] body(PushMessage message) {
    var all = new LinkedHashMap<String, String>(message.data());
    all.put("title", message.title());
    all.put("body", message.body());
    all.put("tag", message.tag());
    try {
      return JSON.writeValueAsBytes(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
