package com.ojeomneo.platform;

import com.ojeomneo.platform.database.Database;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The beans that are plain objects elsewhere: the command line and the tests make their own. */
@Singleton
class PlatformBeans {
  @Produces
  @Singleton
  Database database(
      AgroalDataSource dataSource,
      @ConfigProperty(name = "ojeomneo.database.role") Optional<String> role) {
    return new Database(dataSource, role.orElse(null));
  }

  /** Milliseconds: what PostgreSQL stores and gives back unchanged. All days are Seoul's. */
  @Produces
  @Singleton
  Clock clock() {
    return Clock.tickMillis(ZoneId.of("Asia/Seoul"));
  }
}
