package com.ojeomneo.local.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a customer asks for. */
record Note(byte[] text, byte[] json) {
  private static final double NOTED = 0.08;
  private static final Note NONE = new Note(null, CopyBytes.utf8("null"));

  static List<Note> all(ObjectMapper json) {
    return List.of("덜 맵게 해 주세요", "국물은 따로 담아 주세요", "수저는 빼 주세요", "일회용품은 괜찮아요").stream()
        .map(text -> of(text, json))
        .toList();
  }

  private static Note of(String text, ObjectMapper json) {
    try {
      return new Note(CopyBytes.utf8(text), json.writeValueAsBytes(text));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Mostly nothing. */
  static Note any(List<Note> notes, RandomGenerator random) {
    return random.nextDouble() < NOTED ? notes.get(random.nextInt(notes.size())) : NONE;
  }
}
