package com.ojeomneo.server.auth;

import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.mail.Smtp;
import com.ojeomneo.user.CodeMail;
import com.ojeomneo.user.MailRequests;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends the mail that was asked for, and says how long it waits. */
@Singleton
class MailJobs {
  @Produces
  @Singleton
  Smtp smtp(
      @ConfigProperty(name = "ojeomneo.smtp.host") String host,
      @ConfigProperty(name = "ojeomneo.smtp.port") int port,
      @ConfigProperty(name = "ojeomneo.smtp.security") Smtp.Security security,
      @ConfigProperty(name = "ojeomneo.smtp.user") Optional<String> user,
      @ConfigProperty(name = "ojeomneo.smtp.password") Optional<String> password,
      @ConfigProperty(name = "ojeomneo.smtp.from") String from,
      @ConfigProperty(name = "ojeomneo.smtp.timeout") Duration timeout) {
    return new Smtp(
        new Smtp.Server(host, port, security, user.orElse(""), password.orElse(""), from, timeout));
  }

  void begin(
      @Observes StartupEvent start,
      BackgroundJobs jobs,
      CodeMail mail,
      MailRequests requests,
      Clock clock,
      MeterRegistry metrics) {
    AtomicLong waiting = metrics.gauge("ojeomneo_mail_oldest_seconds", new AtomicLong());
    jobs.every(Duration.ofMillis(500), "mail", mail::sendDue);
    jobs.every(
        Duration.ofSeconds(5),
        "mail-backlog",
        () -> waiting.set(age(requests.oldest(), clock.instant())));
  }

  private static long age(Instant oldest, Instant now) {
    return oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toSeconds());
  }
}
