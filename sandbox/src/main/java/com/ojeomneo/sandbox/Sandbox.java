package com.ojeomneo.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A running stand-in for the payment provider. */
public final class Sandbox implements AutoCloseable {
  static {
    // Read once, when the JDK's server is first used. Without nodelay an answer waits up to 40 ms
    // for the client's delayed acknowledgement.
    defaultProperty("sun.net.httpserver.nodelay", "true");
    defaultProperty("sun.net.httpserver.maxReqTime", "20");
    defaultProperty("jdk.httpserver.maxConnections", "1000");
  }

  private final Memory memory;
  private final Faults faults = new Faults();
  private final Payments payments = new Payments();
  private final AtomicReference<WebhookSettings> webhookSettings;
  private final PaymentJson json;
  private final Webhooks webhooks;
  private final Ledger ledger;
  private final WebhookSender sender;
  private final Mailbox mailbox;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final URI address;

  private Sandbox(SandboxSettings settings, Memory memory) throws IOException {
    this.memory = memory;
    this.server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 0);
    this.address = URI.create("http://" + settings.host() + ":" + server.getAddress().getPort());
    this.webhookSettings =
        new AtomicReference<>(WebhookSettings.to(settings.webhookUrl(), settings.webhookMinute()));
    this.json = new PaymentJson(address);
    this.webhooks = new Webhooks(json, webhookSettings);
    this.ledger = new Ledger(payments, webhooks, settings.clock());
    this.sender = new WebhookSender(memory, webhooks, ledger, webhookSettings);
    this.mailbox = new Mailbox(settings.host(), settings.smtpPort(), settings.clock());
    server.setExecutor(threads);
    server.createContext("/", routes(settings));
    server.start();
    sender.start();
  }

  /**
   * Starts a sandbox; creates its tables when they are not there.
   *
   * @throws SQLException when the database is out of reach
   * @throws IOException when the port is taken
   */
  public static Sandbox start(SandboxSettings settings) throws IOException, SQLException {
    Memory memory = Memory.open(settings.database());
    try {
      return new Sandbox(settings, memory);
    } catch (IOException | RuntimeException e) {
      memory.close();
      throw e;
    }
  }

  /** The base address, as {@code http://127.0.0.1:4000}: of the API and of {@code /checkout}. */
  public URI address() {
    return address;
  }

  /** Where mail is received. */
  public int smtpPort() {
    return mailbox.port();
  }

  private Routes routes(SandboxSettings settings) {
    var key = new ApiKey(settings.secretKey());
    var answers = new Answers(settings.clock());
    var api = new PaymentResource(key, memory, payments, ledger, answers, faults, json);
    var checkout = new CheckoutResource(memory, payments, ledger, settings.clientKey());
    var routes =
        new Routes()
            .on("POST", "/v1/payments/confirm", api::confirm)
            .on("POST", "/v1/payments/{}/cancel", api::cancel)
            .on("GET", "/v1/payments/{}", api::byPaymentKey)
            .on("GET", "/v1/payments/orders/{}", api::byOrder)
            .on("GET", "/checkout", checkout::open)
            .on("POST", "/checkout", checkout::decide)
            .on("GET", "/checkout.css", checkout::style);
    control(routes);
    settings.social().ifPresent(keys -> social(routes, keys, settings));
    return routes;
  }

  private void social(Routes routes, SandboxSettings.SocialKeys keys, SandboxSettings settings) {
    var links = new SocialLinks();
    for (SocialProvider provider : SocialProvider.values()) {
      var issuer = new Issuer(provider, keys, links, settings.clock());
      var page = new SocialPage(provider, issuer);
      String base = "/" + provider.path;
      routes
          .on("GET", base + provider.authorize, page::open)
          .on("POST", base + provider.authorize, page::decide)
          .on("POST", base + provider.token, links.unlessAway(issuer::exchange))
          .on("GET", base + provider.keys, links.unlessAway(issuer::keys));
      if (provider.forget != null) {
        routes.on("POST", base + provider.forget, links.unlessAway(issuer::forget));
      }
    }
    routes
        .on("GET", "/sandbox/social", LocalOnly.to(links::show))
        .on("PUT", "/sandbox/social", LocalOnly.to(links::change));
  }

  private void control(Routes routes) {
    var fault = new FaultResource(faults);
    var webhook = new WebhookResource(memory, webhooks, ledger, webhookSettings);
    var money = new LedgerResource(memory, payments, ledger, json);
    var mail = new MailResource(mailbox);
    var page = new ConsolePage(payments, webhooks, ledger, faults, webhookSettings);
    var console = new ConsoleResource(memory, ledger, page, faults, webhooks, webhookSettings);
    routes
        .on("GET", "/", LocalOnly.to(console::show))
        .on("GET", "/sandbox", LocalOnly.to(console::show))
        .on("POST", "/sandbox", LocalOnly.to(console::act))
        .on("GET", "/console.css", LocalOnly.to(console::style))
        .on("POST", "/sandbox/faults", LocalOnly.to(fault::add))
        .on("GET", "/sandbox/faults", LocalOnly.to(fault::all))
        .on("DELETE", "/sandbox/faults", LocalOnly.to(fault::clear))
        .on("PUT", "/sandbox/chaos", LocalOnly.to(fault::misbehave))
        .on("GET", "/sandbox/chaos", LocalOnly.to(fault::chaos))
        .on("DELETE", "/sandbox/chaos", LocalOnly.to(fault::behave))
        .on("PUT", "/sandbox/webhooks", LocalOnly.to(webhook::change))
        .on("GET", "/sandbox/webhooks", LocalOnly.to(webhook::show))
        .on("POST", "/sandbox/webhooks/flush", LocalOnly.to(webhook::flush))
        .on("GET", "/sandbox/mail", LocalOnly.to(mail::show))
        .on("GET", "/sandbox/mails", LocalOnly.to(mail::all))
        .on("PUT", "/sandbox/mails", LocalOnly.to(mail::change))
        .on("GET", "/sandbox/payments", LocalOnly.to(money::ofOrder))
        .on("GET", "/sandbox/ledger", LocalOnly.to(money::all));
  }

  /** Ends every hang, drops what is not answered and closes the connections; data stays. */
  @Override
  public void close() {
    faults.close();
    sender.close();
    mailbox.close();
    server.stop(0);
    threads.shutdownNow();
    memory.close();
  }

  private static void defaultProperty(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
