package com.ojeomneo.user;

/** What may be a favourite: a shop or a dish. */
public enum FavouriteKind {
  STORE,
  MENU
}
