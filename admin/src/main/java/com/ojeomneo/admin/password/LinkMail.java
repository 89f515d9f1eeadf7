package com.ojeomneo.admin.password;

import com.ojeomneo.admin.password.StaffLinks.Due;
import com.ojeomneo.platform.background.BackgroundJobs;
import com.ojeomneo.platform.background.Backlog;
import com.ojeomneo.platform.background.Batch;
import com.ojeomneo.platform.mail.Mail;
import com.ojeomneo.platform.mail.MailSettings;
import com.ojeomneo.platform.mail.Smtp;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.secret.Token;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Mails the links that were asked for, after the request that asked has been answered: neither the
 * answer nor its time tells who works here. What the server does not take is tried again, with a
 * new token, until the link would be over.
 */
@Singleton
class LinkMail {
  private static final Logger LOG = Logger.getLogger(LinkMail.class);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final int LONGEST_PAUSE_DOUBLINGS = 8;
  private static final int AT_ONCE = 10;

  private final StaffLinks links;
  private final Optional<Smtp> smtp;
  private final String pages;
  private final Clock clock;
  private final MeterRegistry metrics;

  LinkMail(
      StaffLinks links,
      MailSettings settings,
      @ConfigProperty(name = "ojeomneo.admin-public-url") URI publicUrl,
      Clock clock,
      MeterRegistry metrics) {
    this.links = links;
    this.smtp = settings.smtp();
    this.pages = publicUrl.toString().replaceAll("/$", "");
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * @throws Problem 409 {@code MAIL_OFF}
   */
  void requireServer() {
    if (smtp.isEmpty()) {
      throw Problem.of(PasswordProblem.MAIL_OFF);
    }
  }

  void begin(@Observes StartupEvent start, BackgroundJobs jobs) {
    jobs.every(Duration.ofHours(1), "staff-links-forget", links::forgetExpired);
    if (smtp.isEmpty()) {
      LOG.info("SMTP_HOST is not set: nobody can be invited, and forgotten passwords stay so");
      return;
    }
    AtomicLong waiting = metrics.gauge("ojeomneo_mail_oldest_seconds", new AtomicLong());
    jobs.every(Duration.ofMillis(500), "mail", this::sendDue);
    jobs.every(
        Duration.ofSeconds(5),
        "mail-backlog",
        () -> waiting.set(Backlog.age(links.oldest(), clock.instant())));
  }

  private void sendDue() {
    Batch.each(links.takeDue(LEASE, AT_ONCE), this::send);
  }

  private void send(Due due) {
    if (!clock.instant().isBefore(due.expiresAt())) {
      LOG.warnf("%s could not be sent in time; tried %d times", due, due.tries() - 1);
      unsent(due, "given up");
      return;
    }
    String token = Token.make();
    if (!links.arm(due, token)) {
      unsent(due, "unneeded");
      return;
    }
    String link = "%s/#/password/%s".formatted(pages, token);
    Mail mail =
        new Mail(
            due.email(),
            due.purpose().subject(due.language()),
            due.purpose().text(due.language(), link));
    switch (smtp.orElseThrow().send(mail)) {
      case SENT -> {
        counted("sent");
        links.sent(due.id());
      }
      case REFUSED -> unsent(due, "refused");
      case FAILED -> {
        counted("failed");
        links.tryAgainAt(due.id(), clock.instant().plus(pause(due.tries())));
      }
    }
  }

  private void unsent(Due due, String outcome) {
    counted(outcome);
    links.remove(due.id());
  }

  private void counted(String outcome) {
    metrics.counter("ojeomneo_mail", "outcome", outcome).increment();
  }

  private static Duration pause(int tries) {
    return FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, LONGEST_PAUSE_DOUBLINGS));
  }
}
