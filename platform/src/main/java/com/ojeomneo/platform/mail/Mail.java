package com.ojeomneo.platform.mail;

/** A mail to one person, plain text. */
public record Mail(String to, String subject, String text) {
  /** Nothing of it: the text may hold a code. */
  @Override
  public String toString() {
    return "Mail";
  }
}
