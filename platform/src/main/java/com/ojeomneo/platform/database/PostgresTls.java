package com.ojeomneo.platform.database;

import com.ojeomneo.platform.environment.Environment;

/**
 * How far a connection to PostgreSQL is encrypted and whom it believes, in the words of PostgreSQL
 * itself ({@code sslmode}): {@code POSTGRES_SSLMODE} and {@code POSTGRES_SSLROOTCERT}.
 *
 * @param mode {@code prefer} unless told otherwise, which no attacker on the way minds
 * @param rootCertificate a file; empty for none
 */
public record PostgresTls(String mode, String rootCertificate) {
  /**
   * @throws IllegalArgumentException naming the setting that is wrong
   */
  public static PostgresTls of(Environment environment) {
    environment.requirePostgresTls();
    var values = environment.values();
    return new PostgresTls(
        environment.isSet("POSTGRES_SSLMODE") ? values.get("POSTGRES_SSLMODE") : "prefer",
        environment.isSet("POSTGRES_SSLROOTCERT") ? values.get("POSTGRES_SSLROOTCERT") : "");
  }

  /** For the address of JDBC. */
  public String query() {
    return "sslmode=" + mode + "&sslrootcert=" + rootCertificate;
  }
}
