package com.ojeomneo.admin.secret;

import com.ojeomneo.platform.secret.Seal;
import com.ojeomneo.platform.secret.SecretKeys;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What closes and opens the secrets of staff. */
@Singleton
class AdminSeal {
  @Produces
  @Singleton
  Seal seal(@ConfigProperty(name = "ojeomneo.admin-secret-keys") String keys) {
    return of(keys);
  }

  static Seal of(String keys) {
    return new Seal(SecretKeys.parse(keys), "ADMIN_SECRET_KEYS");
  }
}
