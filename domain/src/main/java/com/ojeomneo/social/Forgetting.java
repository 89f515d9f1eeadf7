package com.ojeomneo.social;

/** How it ended to tell a provider that somebody has left. */
public enum Forgetting {
  DONE,
  /** To be tried again. */
  FAILED,
  /** It was never given what it would take, or there is nothing to tell. */
  IMPOSSIBLE
}
