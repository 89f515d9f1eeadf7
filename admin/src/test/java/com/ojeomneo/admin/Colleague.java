package com.ojeomneo.admin;

import static io.restassured.RestAssured.given;

import com.ojeomneo.admin.openapi.Described;
import com.ojeomneo.admin.staff.StaffMembers;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import com.ojeomneo.user.PasswordHash;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody who works here, and their browser. */
public final class Colleague {
  public static final String PASSWORD = "a-password-of-the-tests";
  public static final String COOKIE = "ojeomneo-admin";
  private static final String HASH = PasswordHash.of(PASSWORD);

  private final UUID id;
  private final String email;
  private String cookie;
  private String csrfToken;

  private Colleague(UUID id, String email) {
    this.id = id;
    this.email = email;
  }

  /** With no second factor, not signed in. */
  public static Colleague hired(StaffRole role) {
    return hired(role, null);
  }

  /**
   * @param shop of shop staff; null for every other role
   */
  public static Colleague hired(StaffRole role, UUID shop) {
    String email = UUID.randomUUID() + "@example.com";
    UUID id =
        new Database(AdminStack.owner())
            .transaction(
                tx -> new StaffMembers().add(tx, email, "직원", HASH, role, shop, Instant.now()))
            .orElseThrow();
    return new Colleague(id, email);
  }

  public UUID id() {
    return id;
  }

  public String email() {
    return email;
  }

  public String cookie() {
    return cookie;
  }

  public String csrfToken() {
    return csrfToken;
  }

  /**
   * @param code null for none
   */
  public Response trySignIn(String password, String code) {
    var body = new HashMap<String, String>(Map.of("email", email, "password", password));
    if (code != null) {
      body.put("code", code);
    }
    return given()
        .filter(new Described())
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/session");
  }

  public Colleague signIn() {
    return signIn(null);
  }

  public Colleague signIn(String code) {
    Response answer = trySignIn(PASSWORD, code);
    answer.then().statusCode(200);
    cookie = answer.cookie(COOKIE);
    csrfToken = answer.path("csrfToken");
    return this;
  }

  /** A request of this browser, whose answer is held against the API's document. */
  public RequestSpecification asks() {
    return given().filter(new Described()).cookie(COOKIE, cookie);
  }

  /** One that changes something, as the pages make it. */
  public RequestSpecification acts() {
    return asks().contentType(ContentType.JSON).header("X-CSRF-Token", csrfToken);
  }
}
