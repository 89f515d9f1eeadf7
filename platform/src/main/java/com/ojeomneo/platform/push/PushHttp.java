package com.ojeomneo.platform.push;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * How those who deliver are called, over HTTP/2 where they speak it. Redirects are not followed.
 */
public final class PushHttp {
  private static final Logger LOG = Logger.getLogger(PushHttp.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 64 * 1024;
  private static final int TOO_LARGE = 413;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(TIMEOUT).followRedirects(Redirect.NEVER).build();

  private final Clock clock;

  public PushHttp(Clock clock) {
    this.clock = clock;
  }

  /**
   * The whole answer.
   *
   * @throws IOException also when it has not come within five seconds, or is too large
   */
  HttpResponse<String> send(HttpRequest request) throws IOException {
    var answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
    try {
      // The client's own time-out ends with the headers.
      return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    } finally {
      answer.cancel(true);
    }
  }

  /** Says nothing of the address but its host: the rest may be one person's. */
  Outcome failed(URI address, IOException e) {
    LOG.warnf("push to %s failed: %s", address.getHost(), e.getClass().getSimpleName());
    return new Outcome.Failed(Duration.ZERO);
  }

  /**
   * What an answer means that is no success and says nothing of the device: of a request that is
   * wrong the next try changes nothing; of all else (our keys, too many, trouble) it may.
   *
   * @param reason a constant of theirs, or the empty string
   */
  Outcome notTaken(HttpResponse<?> answer, String reason) {
    int status = answer.statusCode();
    LOG.warnf("push to %s was answered %d %s", answer.uri().getHost(), status, reason);
    if (status == 400 || status == TOO_LARGE) {
      return new Outcome.Refused();
    }
    return new Outcome.Failed(
        answer.headers().firstValue("Retry-After").flatMap(this::pause).orElse(Duration.ZERO));
  }

  /** RFC 9110, section 10.2.3: seconds, or a date. */
  private Optional<Duration> pause(String retryAfter) {
    if (retryAfter.matches("[0-9]{1,6}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
    }
    try {
      var date = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(clock.instant(), date.toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
