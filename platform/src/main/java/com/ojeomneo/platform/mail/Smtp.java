package com.ojeomneo.platform.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jboss.logging.Logger;

/** Sends mail through a server, one connection for each. Blocks for as long as the time-outs. */
public final class Smtp {
  private static final Logger LOG = Logger.getLogger(Smtp.class);

  private final Server server;
  private final Session session;

  /** How the connection is kept from being read. */
  public enum Security {
    /** Not at all: on this machine only. */
    NONE,
    /** Begins in the clear and goes on only encrypted (port 587). */
    STARTTLS,
    /** From the first byte (port 465). */
    TLS
  }

  /** What became of a mail. */
  public enum Outcome {
    SENT,
    /** The address is none, and will be none the next time. */
    REFUSED,
    /** The server is not there or does not want to now. */
    FAILED
  }

  /**
   * @param user empty: without log-in
   * @param from the address that mail comes from
   */
  public record Server(
      String host,
      int port,
      Security security,
      String user,
      String password,
      String from,
      Duration timeout) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  public Smtp(Server server) {
    this.server = server;
    this.session = Session.getInstance(properties(server));
  }

  public Outcome send(Mail mail) {
    try {
      MimeMessage message = message(mail);
      try (var transport = session.getTransport("smtp")) {
        if (server.user().isEmpty()) {
          transport.connect();
        } else {
          transport.connect(server.user(), server.password());
        }
        transport.sendMessage(message, message.getAllRecipients());
      }
      return Outcome.SENT;
    } catch (SendFailedException e) {
      return addressRefusal(e);
    } catch (AuthenticationFailedException e) {
      LOG.errorf("the mail server %s refuses our log-in (SMTP_USER, SMTP_PASSWORD)", server);
      return Outcome.FAILED;
    } catch (MessagingException e) {
      // Never the message itself, nor its exception: both may name who it is for.
      LOG.warnf("the mail server %s does not take mail: %s", server, e.getClass().getSimpleName());
      return Outcome.FAILED;
    }
  }

  private static Outcome addressRefusal(SendFailedException e) {
    for (Exception next = e; next instanceof MessagingException each; ) {
      if (each instanceof SMTPAddressFailedException address) {
        LOG.warnf("the mail server refuses an address: %d", address.getReturnCode());
        return address.getReturnCode() >= 500 ? Outcome.REFUSED : Outcome.FAILED;
      }
      next = each.getNextException();
    }
    LOG.warnf("the mail server does not take a mail");
    return Outcome.FAILED;
  }

  private MimeMessage message(Mail mail) throws MessagingException {
    var from = new InternetAddress(server.from());
    var message =
        new MimeMessage(session) {
          /** Its own would hold the names of our user and machine. */
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<%s@%s>".formatted(UUID.randomUUID(), domain(server.from())));
          }
        };
    message.setFrom(from);
    message.setRecipient(RecipientType.TO, new InternetAddress(mail.to()));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setText(mail.text(), StandardCharsets.UTF_8.name());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setSentDate(new Date());
    return message;
  }

  private static Properties properties(Server server) {
    String timeout = String.valueOf(server.timeout().toMillis());
    var properties = new Properties();
    properties.put("mail.smtp.host", server.host());
    properties.put("mail.smtp.port", String.valueOf(server.port()));
    properties.put("mail.smtp.localhost", domain(server.from()));
    properties.put("mail.smtp.auth", String.valueOf(!server.user().isEmpty()));
    properties.put("mail.smtp.connectiontimeout", timeout);
    properties.put("mail.smtp.timeout", timeout);
    properties.put("mail.smtp.writetimeout", timeout);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.enable", String.valueOf(server.security() == Security.TLS));
    boolean startTls = server.security() == Security.STARTTLS;
    properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
    properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
    return properties;
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }
}
