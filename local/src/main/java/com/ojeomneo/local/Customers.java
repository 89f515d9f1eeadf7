package com.ojeomneo.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The sample customers. They sign up as everybody does, through the Server. */
final class Customers {
  private static final int CREATED = 201;

  private final Postgres postgres;
  private final List<Access.SignIn> samples;

  Customers(Postgres postgres, Secrets secrets) {
    this.postgres = postgres;
    this.samples =
        List.of(
            sample("minji@example.com", "김민지", secrets),
            sample("junho@example.com", "이준호", secrets),
            sample("seoyeon@example.com", "박서연", secrets));
  }

  private static Access.SignIn sample(String email, String displayName, Secrets secrets) {
    return new Access.SignIn(email, secrets.typedPassword(email), displayName);
  }

  /** Signs up those who are not there yet; all of them. */
  List<Access.SignIn> signUp(String server) throws SQLException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient();
        Connection owner = postgres.connect(Databases.PRODUCT, Databases.OWNER)) {
      for (Access.SignIn customer : samples) {
        if (!isThere(owner, customer.email())) {
          signUp(http, server, customer);
        }
      }
    }
    return samples;
  }

  private static boolean isThere(Connection owner, String email) throws SQLException {
    try (var query = owner.prepareStatement("SELECT FROM users WHERE email = ?::citext")) {
      query.setString(1, email);
      return query.executeQuery().next();
    }
  }

  private static void signUp(HttpClient http, String server, Access.SignIn customer)
      throws InterruptedException {
    try {
      var body =
          Map.of(
              "email", customer.email(),
              "password", customer.password(),
              "displayName", customer.displayName());
      var request =
          HttpRequest.newBuilder(URI.create(server + "/ojeomneo/v1/auth/signup"))
              .timeout(Duration.ofSeconds(20))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(new ObjectMapper().writeValueAsBytes(body)))
              .build();
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != CREATED) {
        throw new Refusal(
            "%s cannot sign up: %d %s"
                .formatted(customer.email(), answer.statusCode(), answer.body()));
      }
    } catch (IOException e) {
      throw new Refusal(customer.email() + " cannot sign up: " + e.getMessage(), e);
    }
  }
}
