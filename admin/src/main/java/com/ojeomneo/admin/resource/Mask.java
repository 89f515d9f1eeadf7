package com.ojeomneo.admin.resource;

/** How much of a person's data everybody may see: enough to recognise whom one is talking to. */
public enum Mask {
  NAME {
    @Override
    public String of(String text) {
      return kept(text, 1);
    }
  },
  /** {@code k***@example.com}: the domain says nothing about who it is at a large provider. */
  EMAIL {
    @Override
    public String of(String text) {
      int at = text.lastIndexOf('@');
      return at < 1 ? HIDDEN : kept(text.substring(0, at), 1) + text.substring(at);
    }
  },
  ALL {
    @Override
    public String of(String text) {
      return HIDDEN;
    }
  };

  private static final String HIDDEN = "***";

  /**
   * @param text not null
   */
  public abstract String of(String text);

  /** As many stars for every length: the length is the person's, too. */
  private static String kept(String text, int characters) {
    int end =
        text.offsetByCodePoints(0, Math.min(characters, text.codePointCount(0, text.length())));
    return text.substring(0, end) + HIDDEN;
  }
}
