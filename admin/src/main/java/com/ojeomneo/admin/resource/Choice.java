package com.ojeomneo.admin.resource;

/** One value of a {@link ColumnType#CHOICE}, and what people call it. */
public record Choice(String value, Label label) {
  public static Choice of(String value, String ko, String en) {
    return new Choice(value, new Label(ko, en));
  }
}
