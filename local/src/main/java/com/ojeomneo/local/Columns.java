package com.ojeomneo.local;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells, aligned on a terminal, where a Hangul syllable is two columns wide. */
public final class Columns {
  private static final String GAP = "  ";

  private final List<List<String>> lines = new ArrayList<>();

  public Columns add(Object... cells) {
    lines.add(List.of(cells).stream().map(String::valueOf).toList());
    return this;
  }

  /** The last cell of a line is not padded. */
  public List<String> lines() {
    return lines.stream().map(this::aligned).toList();
  }

  private String aligned(List<String> cells) {
    var line = new StringBuilder();
    for (int i = 0; i < cells.size() - 1; i++) {
      line.append(padded(cells.get(i), widthOfColumn(i))).append(GAP);
    }
    return line.append(cells.getLast()).toString();
  }

  private int widthOfColumn(int column) {
    return lines.stream()
        .filter(cells -> column < cells.size() - 1)
        .mapToInt(cells -> width(cells.get(column)))
        .max()
        .orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - width(text));
  }

  /** Columns that the text takes. */
  static int width(String text) {
    return text.codePoints().map(Columns::widthOf).sum();
  }

  private static int widthOf(int codePoint) {
    boolean drawnOver =
        Character.getType(codePoint) == Character.NON_SPACING_MARK
            || (codePoint >= 0x1160 && codePoint <= 0x11FF); // Hangul vowels, final consonants
    if (drawnOver) {
      return 0;
    }
    boolean wide =
        (codePoint >= 0x1100 && codePoint <= 0x115F) // Hangul initial consonants
            || (codePoint >= 0x2E80 && codePoint <= 0xA4CF) // CJK, kana, compatibility jamo
            || (codePoint >= 0xAC00 && codePoint <= 0xD7A3) // Hangul syllables
            || (codePoint >= 0xF900 && codePoint <= 0xFAFF) // CJK compatibility
            || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
            || (codePoint >= 0xFF00 && codePoint <= 0xFF60) // fullwidth forms
            || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF); // emoji
    return wide ? 2 : 1;
  }
}
