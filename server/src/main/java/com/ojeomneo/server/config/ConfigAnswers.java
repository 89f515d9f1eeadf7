package com.ojeomneo.server.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.config.AppSettings;
import com.ojeomneo.platform.http.Representation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The settings of one platform, and the few answers that are made of them: one for each combination
 * of features that was asked for, whoever asked.
 */
final class ConfigAnswers {
  /**
   * With many features on for a part of the devices there may be more: those are made each time.
   */
  private static final int KEPT = 64;

  private final AppSettings settings;
  private final int settingsBytes;
  private final ObjectMapper json;
  private final Map<AppSettings.View, Representation> answers = new ConcurrentHashMap<>();

  private ConfigAnswers(AppSettings settings, int settingsBytes, ObjectMapper json) {
    this.settings = settings;
    this.settingsBytes = settingsBytes;
    this.json = json;
  }

  static ConfigAnswers of(byte[] settings, ObjectMapper json) {
    try {
      return new ConfigAnswers(json.readValue(settings, AppSettings.class), settings.length, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With all that may come to be kept: each answer is about as long as what it is made of. */
  int bytes() {
    return 2 * KEPT * settingsBytes;
  }

  AppSettings settings() {
    return settings;
  }

  Representation as(AppSettings.View view) {
    Representation known = answers.get(view);
    if (known != null) {
      return known;
    }
    Representation made = Representation.of(settings.as(view), json);
    if (answers.size() < KEPT) {
      answers.putIfAbsent(view, made);
    }
    return made;
  }
}
