package com.ojeomneo.drills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * Listens to all orders of one customer, through whatever Server answers, and resumes after the
 * last event when a Server dies, or when it sends away: then after the pause it asked for. Checks
 * that it hears every event once and in order.
 */
final class Watcher implements Runnable {
  private static final String ID = "id:";
  private static final String RETRY = "retry:";
  private static final int OK = 200;
  private static final int BETWEEN_TRIES_MILLIS = 200;

  private final Customer customer;
  private final Api api;
  private final Counts counts;
  private volatile long last;
  private volatile boolean stopped;
  private volatile InputStream open;
  private int pauseMillis = BETWEEN_TRIES_MILLIS;

  Watcher(Customer customer, Counts counts) {
    this(customer, customer.api(), counts);
  }

  /**
   * @param api where to listen
   */
  Watcher(Customer customer, Api api, Counts counts) {
    this.customer = customer;
    this.api = api;
    this.counts = counts;
  }

  Customer customer() {
    return customer;
  }

  /** The sequence of the newest event that was heard. */
  long last() {
    return last;
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        listen();
        Thread.sleep(pauseMillis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() throws InterruptedException {
    try {
      HttpResponse<InputStream> stream = api.stream(customer.token(), "/orders/events", last);
      open = stream.body();
      if (stream.statusCode() == OK) {
        counts.resumed.increment();
        boolean sentAway = read(stream.body());
        if (!stopped) {
          (sentAway ? counts.sentAway : counts.cut).increment();
        }
      } else if (stream.statusCode() < 500 && stream.statusCode() != 429) {
        customer.surprised("listens: " + stream.statusCode());
      }
    } catch (IOException cut) {
      if (cut.getCause() instanceof InterruptedException) {
        throw new InterruptedException();
      }
      if (!stopped) {
        counts.cut.increment();
      }
      // Else a Server is gone; the next connection goes to another.
    }
  }

  /**
   * @return whether the Server has said when to come back
   */
  private boolean read(InputStream body) throws IOException {
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      boolean sentAway = false;
      long id = 0;
      for (String line = lines.readLine(); line != null && !stopped; line = lines.readLine()) {
        if (line.startsWith(ID)) {
          id = Long.parseLong(line.substring(ID.length()).strip());
        } else if (line.startsWith(RETRY)) {
          pauseMillis = Integer.parseInt(line.substring(RETRY.length()).strip());
          sentAway = true;
        } else if (line.isEmpty() && id != 0) {
          heard(id);
          id = 0;
        }
      }
      return sentAway;
    }
  }

  private void heard(long id) {
    counts.events.increment();
    if (id != last + 1) {
      customer.surprised("heard event %d after %d".formatted(id, last));
    }
    last = id;
  }

  void stop() {
    stopped = true;
    try {
      InputStream body = open;
      if (body != null) {
        body.close();
      }
    } catch (IOException e) {
      // Closed it is.
    }
  }
}
