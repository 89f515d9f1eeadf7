package com.ojeomneo.server.auth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.background.Backlog;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.secret.Seal;
import com.ojeomneo.platform.secret.SecretKeys;
import com.ojeomneo.social.SocialProviders;
import com.ojeomneo.user.Identities;
import com.ojeomneo.user.IdentityUnlinks;
import com.ojeomneo.user.LoginNonces;
import com.ojeomneo.user.Sessions;
import com.ojeomneo.user.SocialLogin;
import com.ojeomneo.user.Unlinking;
import com.ojeomneo.user.Users;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Log-ins at providers, and the job that tells them who has left. */
@Singleton
class SocialBeans {
  private final Optional<Seal> seal;

  SocialBeans(@ConfigProperty(name = "ojeomneo.server-secret-keys") Optional<String> keys) {
    this.seal = keys.map(each -> new Seal(SecretKeys.parse(each), "SERVER_SECRET_KEYS"));
  }

  @Produces
  @Singleton
  SocialProviders providers(
      SocialSettings settings,
      @ConfigProperty(name = "ojeomneo.public-url") URI publicUrl,
      ObjectMapper json,
      Clock clock) {
    return new SocialProviders(settings.clients(), publicUrl, json, clock, settings.keyFloor());
  }

  @Produces
  @Singleton
  SocialLogin login(
      Database database,
      SocialProviders providers,
      LoginNonces nonces,
      Identities identities,
      Users users,
      Sessions sessions,
      Clock clock) {
    return new SocialLogin(database, providers, nonces, identities, users, sessions, seal, clock);
  }

  void begin(
      @Observes StartupEvent start,
      BackgroundJobs jobs,
      Database database,
      SocialProviders providers,
      Clock clock,
      MeterRegistry metrics) {
    var unlinking = new Unlinking(database, providers, seal, clock, metrics);
    AtomicLong waiting = metrics.gauge("ojeomneo_unlink_oldest_seconds", new AtomicLong());
    jobs.every(Duration.ofSeconds(1), "unlink", unlinking::tellDue);
    jobs.every(
        Duration.ofSeconds(30),
        "unlink-backlog",
        () -> waiting.set(Backlog.age(IdentityUnlinks.oldest(database.sql()), clock.instant())));
  }
}
