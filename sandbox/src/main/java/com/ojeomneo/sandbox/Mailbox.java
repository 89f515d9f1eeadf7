package com.ojeomneo.sandbox;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Receives all mail that is sent to it by SMTP, to whomever, and passes none on. It keeps the last
 * of them in memory.
 */
final class Mailbox implements AutoCloseable {
  private static final int KEPT = 200;

  private final String host;
  private final Clock clock;
  private final int port;
  private final Deque<Received> received = new ArrayDeque<>();
  private GreenMail server;

  /** A mail, decoded. */
  record Received(String to, String from, String subject, String text, Instant at) {}

  /**
   * @param port 0 = any free one
   * @throws IOException when it is taken
   */
  Mailbox(String host, int port, Clock clock) throws IOException {
    this.host = host;
    this.clock = clock;
    this.server = open(port);
    this.port = server.getSmtp().getPort();
  }

  int port() {
    return port;
  }

  private GreenMail open(int at) throws IOException {
    requireFree(at);
    var setup = new ServerSetup(at, host, ServerSetup.PROTOCOL_SMTP);
    var opened =
        new GreenMail(setup)
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    startWithOwnClasses(opened);
    opened
        .getUserManager()
        .setMessageDeliveryHandler(
            (moving, to) -> new Recipient(to.getEmail(), mail -> keep(mail, to.getEmail())));
    return opened;
  }

  /** GreenMail would say it in the middle of a stack trace. */
  private void requireFree(int at) throws IOException {
    try (var probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(host, at));
    }
  }

  /** Its threads look for mail's providers in the class loader of who starts them. */
  private static void startWithOwnClasses(GreenMail server) {
    Thread here = Thread.currentThread();
    ClassLoader before = here.getContextClassLoader();
    here.setContextClassLoader(Mailbox.class.getClassLoader());
    try {
      server.start();
    } finally {
      here.setContextClassLoader(before);
    }
  }

  synchronized boolean isAway() {
    return server == null;
  }

  /** As a mail server that is down, until it is back at the same port. */
  synchronized void away(boolean away) throws IOException {
    if (away) {
      close();
    } else if (server == null) {
      server = open(port);
    }
  }

  /**
   * The last first.
   *
   * @param to whose; empty = everybody's
   */
  List<Received> latest(String to) {
    String wanted = to.toLowerCase(Locale.ROOT);
    synchronized (received) {
      return received.stream()
          .filter(mail -> wanted.isEmpty() || mail.to().toLowerCase(Locale.ROOT).equals(wanted))
          .toList();
    }
  }

  private void keep(MimeMessage mail, String to) {
    try {
      String from = mail.getFrom() == null ? "" : mail.getFrom()[0].toString();
      String text = mail.getContent() instanceof String plain ? plain : mail.getContentType();
      add(new Received(to, from, mail.getSubject(), text, clock.instant()));
    } catch (MessagingException | IOException e) {
      throw new IllegalArgumentException("a mail that cannot be read", e);
    }
  }

  private void add(Received mail) {
    synchronized (received) {
      received.addFirst(mail);
      if (received.size() > KEPT) {
        received.removeLast();
      }
    }
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.stop();
      server = null;
    }
  }
}
