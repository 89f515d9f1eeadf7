package com.ojeomneo.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.platform.environment.Environment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@QuarkusTest
@WithTestResource(AdminStack.class)
class CreateStaffTest {
  private final String email = UUID.randomUUID() + "@example.com";

  @Test
  void whoIsCreatedSignsIn() {
    assertThat(create("a-long-password", "--email", email, "--name", "새 점장")).isZero();

    given()
        .contentType(ContentType.JSON)
        .body(Map.of("email", email, "password", "a-long-password"))
        .post("/api/session")
        .then()
        .statusCode(200)
        .body("staff.displayName", equalTo("새 점장"))
        .body("staff.roles[0].role", equalTo("OWNER"));
  }

  @Test
  void anAddressIsTakenOnce() {
    assertThat(create("a-long-password", "--email", email, "--name", "하나")).isZero();
    assertThat(create("a-long-password", "--email", email.toUpperCase(), "--name", "둘")).isOne();
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThat(create("short", "--email", email, "--name", "하나")).isNotZero();
    assertThat(create("a-long-password", "--email", email)).isNotZero();
    assertThat(create("a-long-password", "--email", email, "--name", "하나", "--role", "KING"))
        .isNotZero();
    assertThat(create("a-long-password", "--email", email, "--name", "하나", "--role", "SHOP_STAFF"))
        .isNotZero();
    assertThat(create("a-long-password", "--email", "nobody", "--name", "하나")).isNotZero();
    assertThat(create("a-long-password", "--email", email, "--name", "하나")).isZero();
  }

  @Test
  void aPasswordThatIsTriedFirstIsRefused() {
    for (String password : new String[] {"password1234", "ojeomneo2026!", email}) {
      assertThat(create(password, "--email", email, "--name", "하나")).as(password).isOne();
    }
    assertThat(create("a-long-password", "--email", email, "--name", "하나")).isZero();
  }

  @Test
  void whoRequiresTlsIsToldThatThereIsNone() {
    assertThat(
            createIn(
                Map.of("POSTGRES_SSLMODE", "require"),
                "a-long-password",
                "--email",
                email,
                "--name",
                "하나"))
        .isOne();
    assertThat(create("a-long-password", "--email", email, "--name", "하나")).isZero();
  }

  @Test
  void aDatabaseOfAnotherVersionIsOneLineThatSaysWhatToDo() throws Exception {
    try (var connection = AdminStack.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE unmigrated");
    }
    var said = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThat(
              createIn(
                  Map.of("POSTGRES_DB", "unmigrated"),
                  "a-long-password",
                  "--email",
                  email,
                  "--name",
                  "하나"))
          .isOne();
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8).strip())
        .startsWith("ojeomneo-admin: ")
        .contains("server migrate")
        .hasLineCount(1);
  }

  private static int create(String password, String... arguments) {
    return createIn(Map.of(), password, arguments);
  }

  private static int createIn(Map<String, String> different, String password, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream((password + "\n").getBytes(StandardCharsets.UTF_8)));
    try {
      var environment =
          new HashMap<>(
              Map.of(
                  "POSTGRES_SERVER",
                  "localhost",
                  "POSTGRES_PORT",
                  String.valueOf(AdminStack.postgresPort()),
                  "POSTGRES_DB",
                  "postgres",
                  "POSTGRES_USER",
                  "ojeomneo_admin",
                  "POSTGRES_PASSWORD",
                  AdminStack.password()));
      environment.putAll(different);
      return new CommandLine(new CreateStaff(new Environment(environment))).execute(arguments);
    } finally {
      System.setIn(before);
    }
  }
}
