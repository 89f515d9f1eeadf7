package com.ojeomneo.user;

import java.text.Normalizer;

/** Text as it is compared and counted: a Korean syllable is one character, however it was typed. */
final class Normalized {
  private Normalized() {}

  /** NFC, null for null. */
  static String exactly(String text) {
    return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** NFC without the white space around it, null for null. */
  static String line(String text) {
    return text == null ? null : exactly(text).strip();
  }
}
