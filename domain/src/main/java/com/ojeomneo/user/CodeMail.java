package com.ojeomneo.user;

import com.ojeomneo.platform.background.Batch;
import com.ojeomneo.platform.mail.Mail;
import com.ojeomneo.platform.mail.Smtp;
import com.ojeomneo.user.MailRequests.MailRequest;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Makes the codes that were asked for and sends them, after the request that asked has been
 * answered: a mail server that is slow or gone neither fails a request nor tells who has an
 * account. What it does not take is tried again, with a new code, until the old one would be over.
 */
@Singleton
public class CodeMail {
  private static final Logger LOG = Logger.getLogger(CodeMail.class);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final int LONGEST_PAUSE_DOUBLINGS = 5;
  private static final int AT_ONCE = 10;

  private final MailRequests requests;
  private final VerificationCodes codes;
  private final Users users;
  private final Smtp smtp;
  private final Clock clock;
  private final MeterRegistry metrics;

  CodeMail(
      MailRequests requests,
      VerificationCodes codes,
      Users users,
      Smtp smtp,
      Clock clock,
      MeterRegistry metrics) {
    this.requests = requests;
    this.codes = codes;
    this.users = users;
    this.smtp = smtp;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Sends what is due now. */
  public void sendDue() {
    Batch.each(requests.takeDue(LEASE, AT_ONCE), this::send);
  }

  private void send(MailRequest request) {
    Instant end = request.createdAt().plus(VerificationCodes.GOOD_FOR);
    if (!clock.instant().isBefore(end)) {
      LOG.warnf("%s could not be sent in time; tried %d times", request, request.tries() - 1);
      over(request, "given up");
      return;
    }
    // Made and hashed also for an address that nobody has: its row says no more than another's.
    Optional<String> code = codes.issue(request.purpose(), request.email(), request.tries() > 1);
    if (code.isEmpty() || !isWanted(request)) {
      over(request, "unneeded");
      return;
    }
    Mail mail =
        new Mail(
            request.email(),
            request.purpose().subject(request.language()),
            request.purpose().text(request.language(), code.get()));
    switch (smtp.send(mail)) {
      case SENT -> over(request, "sent");
      case REFUSED -> over(request, "refused");
      case FAILED -> {
        metrics.counter("ojeomneo_mail", "outcome", "failed").increment();
        requests.tryAgainAt(request.id(), clock.instant().plus(pause(request.tries())));
      }
    }
  }

  /** The address has an account, and one that has something to prove. */
  private boolean isWanted(MailRequest request) {
    return request.purpose() == Purpose.VERIFY_EMAIL
        ? users.isUnverified(request.email())
        : users.credentials(request.email()).isPresent();
  }

  private void over(MailRequest request, String outcome) {
    metrics.counter("ojeomneo_mail", "outcome", outcome).increment();
    requests.remove(request.id());
  }

  private static Duration pause(int tries) {
    return FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, LONGEST_PAUSE_DOUBLINGS));
  }
}
