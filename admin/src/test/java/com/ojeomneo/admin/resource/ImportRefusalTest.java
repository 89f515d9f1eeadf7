package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Sheet.KNOWN;
import static com.ojeomneo.admin.resource.Sheet.asked;
import static com.ojeomneo.admin.resource.Sheet.bytes;
import static com.ojeomneo.admin.resource.Sheet.dishes;
import static com.ojeomneo.admin.resource.Sheet.logged;
import static com.ojeomneo.admin.resource.Sheet.made;
import static com.ojeomneo.admin.resource.Sheet.preview;
import static com.ojeomneo.admin.resource.Sheet.row;
import static com.ojeomneo.admin.resource.Sheet.run;
import static com.ojeomneo.admin.resource.Sheet.seen;
import static com.ojeomneo.admin.resource.Sheet.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Town;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a file may not do, who may not send one, and how that is said. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class ImportRefusalTest {
  private Town town;

  @BeforeEach
  void build() {
    town = Town.built();
  }

  @Test
  void everyWrongCellIsNamedAndNothingIsImported() {
    String file =
        "%s,1,김치찌개,x\n,,,50\n%s,1,밥,5000\n%s,1,국,5000\n%s,1,찌개"
            .formatted(town.menu(), UUID.randomUUID(), town.menu(), town.menu());
    JsonPath seen =
        preview(KNOWN, file)
            .body("refused", equalTo(5))
            .body("errors.row", contains(2, 3, 3, 3, 3, 4, 5, 6))
            .body("errors[0].column", equalTo("price"))
            .body("errors[0].value", equalTo("x"))
            .body("errors[0].why.ko", equalTo("정수로 입력해 주세요."))
            .body("errors[5].why.en", equalTo("There is no such row."))
            .body("errors[6].why.en", equalTo("The file has it twice."))
            .body("errors[7].column", nullValue())
            .extract()
            .jsonPath();

    assertThat(run(KNOWN, file, seen).getString("code")).isEqualTo("IMPORT_HAS_ERRORS");
    assertThat(logged(town)).isZero();
    String table =
        send("errors", KNOWN, bytes(KNOWN, file)).then().statusCode(200).extract().asString();
    assertThat(table.lines()).hasSize(9);
    assertThat(table).contains("2,가격 Price,x,정수로 입력해 주세요.,Must be a whole number.");
  }

  @Test
  void aRowIsTheSameHoweverItsIdIsWritten() {
    String again = town.menu().toString().toUpperCase(Locale.ROOT) + ",,국,5000";

    preview(KNOWN, row(town, "밥", 5000) + "\n" + again)
        .body("refused", equalTo(1))
        .body("errors[0].row", equalTo(3))
        .body("errors[0].why.en", equalTo("The file has it twice."));
  }

  @Test
  void oneWrongRowAmongManyKeepsAllOut() {
    String file =
        made(town, "밥", 5000) + "\n" + made(town, "국", 5000) + "\n" + made(town, "싼 밥", 99);
    JsonPath seen = seen(KNOWN + ",storeId,category", file);

    assertThat(run(KNOWN + ",storeId,category", file, seen).getString("code"))
        .isEqualTo("IMPORT_HAS_ERRORS");
    assertThat(dishes(town, "true")).isEqualTo(1);
  }

  @Test
  void theShopOfADishDoesNotChangeByAFile() {
    Town other = Town.built();
    preview("id,storeId", town.menu() + "," + other.name())
        .body("errors[0].column", equalTo("storeId"))
        .body("errors[0].why.en", equalTo("Cannot be changed once it is made."));
    preview("id,storeId", town.menu() + "," + town.name()).body("unchanged", equalTo(1));
  }

  @Test
  void aLongFileIsAnsweredShortly() {
    var file = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      file.append(made(town, "밥 " + i, i < 150 ? 5000 : 1)).append('\n');
    }
    preview(KNOWN + ",storeId,category", file.toString())
        .body("created", equalTo(150))
        .body("refused", equalTo(150))
        .body("first", hasSize(100))
        .body("errors", hasSize(100));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id,name | id,이름,가격 | columns",
        "id,name,name | a,b,c | columns",
        "id,createdAt | a,b | columns",
        "id,version | a,b | columns",
        ", | a,b | columns",
        "id,name | '' | file",
      })
  void columnsThatCannotBeReadAreRefused(String columns, String header, String field) {
    send("preview", columns, (header + "\n1,2").getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo(field));
  }

  @ParameterizedTest
  @EnumSource(
      value = StaffRole.class,
      names = {"SHOP_STAFF", "SUPPORT", "VIEWER"})
  void whoMayNotWriteTheMenuImportsNothing(StaffRole role) {
    Colleague reader = Shelf.colleague(role, town);
    for (String step : new String[] {"/contents", "/preview", "/errors", ""}) {
      asked(reader, "menus", step, KNOWN, bytes(KNOWN, row(town, "x", 9500)))
          .then()
          .statusCode(403);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "users",
    "orders",
    "payments",
    "refunds",
    "staff",
    "stores",
    "app_settings",
    "audit_log"
  })
  void noOtherResourceTakesAFile(String resource) {
    asked(Shelf.owner(), resource, "/contents", "id", "id\nx".getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(403);
    asked(Shelf.owner(), resource, "", "id", "id\nx".getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(403);
  }
}
