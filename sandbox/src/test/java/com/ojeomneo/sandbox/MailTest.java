package com.ojeomneo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MailTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static Sandbox sandbox;

  @BeforeAll
  static void open() throws IOException, SQLException {
    sandbox = Sandbox.start(SandboxSettings.of(TestPostgres.database(), "test_ck", "test_sk"));
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  @Test
  void whatWasSentIsShownToPeopleAndPrograms() throws Exception {
    send("kim@example.com", "[오점너] 코드", "코드는 123456 <b>입니다</b>");
    send("lee@example.com", "다른 편지", "안녕하세요");

    assertThat(get("/sandbox/mail", "ko").body())
        .contains("받은 메일", "[오점너] 코드", "123456 &lt;b&gt;", "다른 편지")
        .containsSubsequence("lee@example.com", "kim@example.com");
    assertThat(get("/sandbox/mail?to=KIM@example.com", "en").body())
        .contains("Mail", "kim@example.com")
        .doesNotContain("lee@example.com");
    var mails = Json.object(get("/sandbox/mails?to=kim@example.com", "ko").body()).path("mails");
    assertThat(mails.path(0).path("text").asText().strip()).isEqualTo("코드는 123456 <b>입니다</b>");
  }

  @Test
  void noForwardedRequestReadsMail() throws Exception {
    var request =
        HttpRequest.newBuilder(sandbox.address().resolve("/sandbox/mail"))
            .header("X-Forwarded-For", "10.0.0.1")
            .build();
    assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
  }

  @Test
  void theMailboxEndsWithTheSandbox() throws Exception {
    Sandbox other =
        Sandbox.start(SandboxSettings.of(TestPostgres.database(), "test_ck", "test_sk"));
    int port = other.smtpPort();
    other.close();
    assertThatThrownBy(() -> send(port, "kim@example.com", "x", "x"))
        .isInstanceOf(MessagingException.class);
  }

  private static HttpResponse<String> get(String path, String language) throws Exception {
    URI address = sandbox.address().resolve(path);
    var request = HttpRequest.newBuilder(address).header("Accept-Language", language).build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private static void send(String to, String subject, String text) throws MessagingException {
    send(sandbox.smtpPort(), to, subject, text);
  }

  private static void send(int port, String to, String subject, String text)
      throws MessagingException {
    var properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(port));
    var mail = new MimeMessage(Session.getInstance(properties));
    mail.setFrom(new InternetAddress("no-reply@example.com"));
    mail.setRecipient(RecipientType.TO, new InternetAddress(to));
    mail.setSubject(subject, "UTF-8");
    mail.setText(text, "UTF-8");
    Transport.send(mail);
  }
}
