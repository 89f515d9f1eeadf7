package com.ojeomneo.server.auth;

import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.background.Backlog;
import com.ojeomneo.platform.mail.MailSettings;
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
import java.util.concurrent.atomic.AtomicLong;

/** Sends the mail that was asked for, and says how long it waits. */
@Singleton
class MailJobs {
  @Produces
  @Singleton
  Smtp smtp(MailSettings settings) {
    return settings.smtp().orElseThrow();
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
        () -> waiting.set(Backlog.age(requests.oldest(), clock.instant())));
  }
}
