package com.ojeomneo.social;

import java.util.Optional;

/**
 * For whom a provider vouches.
 *
 * @param subject who this is there, for ever
 * @param clientId whom the token was made for
 * @param email empty unless the provider answers for it that this person reads its mail today
 * @param name as they are called there
 */
public record Person(
    Provider provider,
    String subject,
    String clientId,
    Optional<String> email,
    Optional<String> name) {
  /** Without the person: records find their way into logs. */
  @Override
  public String toString() {
    return "Person[" + provider + "]";
  }
}
