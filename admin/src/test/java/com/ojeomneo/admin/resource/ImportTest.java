package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Desk.edit;
import static com.ojeomneo.admin.resource.Desk.history;
import static com.ojeomneo.admin.resource.Desk.manager;
import static com.ojeomneo.admin.resource.Desk.show;
import static com.ojeomneo.admin.resource.Sheet.KNOWN;
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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Held;
import com.ojeomneo.admin.Town;
import com.ojeomneo.platform.database.Database;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows come in a file: as the preview said, or not at all. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class ImportTest {
  private Town town;

  @BeforeEach
  void build() {
    town = Town.built();
  }

  @Test
  void theColumnsOfAFileAreKnownByWhatExportsCallThem() {
    byte[] file =
        "ID,버전,이름,Price,판매,등록 시각,뭐지,분류,분류\nx,1,밥,1,예,,?,가,나"
            .getBytes(Charset.forName("x-windows-949"));

    manager()
        .acts()
        .contentType("text/csv")
        .body(file)
        .post("/api/resources/menus/import/contents")
        .then()
        .statusCode(200)
        .body("encoding", equalTo("MS949"))
        .body("rows", equalTo(1))
        .body("columns[2].samples", contains("밥"))
        .body(
            "columns.column",
            contains("id", "version", "name", "price", "active", null, null, null, null));
  }

  @Test
  void aPreviewSaysWhatWouldBecomeOfEachRowAndChangesNothing() {
    preview(
            KNOWN + ",storeId,category",
            row(town, "김치찌개", 9500) + ",," + town.category() + "\n" + made(town, "순두부", 8000))
        .body("created", equalTo(1))
        .body("updated", equalTo(1))
        .body("refused", equalTo(0))
        .body("first[0].row", equalTo(2))
        .body("first[0].made", equalTo(false))
        .body("first[0].cells", hasSize(1))
        .body("first[0].cells[0].column", equalTo("price"))
        .body("first[0].cells[0].before", equalTo(9000))
        .body("first[0].cells[0].after", equalTo(9500))
        .body("first[1].title", equalTo("순두부"))
        .body("first[1].cells.find {it.column == 'storeId'}.afterTitle", equalTo(town.name()));

    assertThat(dishes(town, "true")).isEqualTo(1);
    assertThat(logged(town)).isZero();
  }

  @Test
  void theRunDoesWhatWasPreviewedAndTheHistoryOfEachRowSaysWhichFile() {
    String file = row(town, "김치찌개", 9500) + ",," + town.category() + "\n" + made(town, "순두부", 8000);
    JsonPath seen = seen(KNOWN + ",storeId,category", file);

    assertThat(run(KNOWN + ",storeId,category", file, seen).getInt("changed")).isEqualTo(2);

    show("menus", town.menu()).body("price", equalTo(9500)).body("version", equalTo(2));
    assertThat(
            dishes(
                town,
                "name = '순두부' AND price = 8000 AND category = '%s'".formatted(town.category())))
        .isEqualTo(1);
    history("menus", town.menu())
        .body("items[0].changes", hasSize(1))
        .body("items[0].reason", containsString("CSV dishes.csv"));
  }

  @Test
  void whatWasExportedComesBackUnchanged() {
    sql(
        "UPDATE menus SET name = '''=위험', description = '=1+1', tags = '{매운,국물}' WHERE id = '%s'"
            .formatted(town.menu()));
    String columns =
        "id,version,name,storeId,category,description,tags,price,dailyLimit,soldOut,active,allergens,origin,imageUrl";
    byte[] exported =
        manager()
            .asks()
            .queryParam("columns", columns)
            .queryParam("filter", "{\"storeId\":\"%s\"}".formatted(town.store()))
            .get("/api/menus/export")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(new String(exported, StandardCharsets.UTF_8)).contains("''=위험", "'=1+1");

    send("preview", columns, exported)
        .then()
        .statusCode(200)
        .body("unchanged", equalTo(1))
        .body("refused", equalTo(0));
    byte[] edited =
        new String(exported, StandardCharsets.UTF_8)
            .replace("9000", "\"₩9,900\"")
            .getBytes(StandardCharsets.UTF_8);
    send("preview", columns, edited)
        .then()
        .body("updated", equalTo(1))
        .body("first[0].cells[0].after", equalTo(9900));
  }

  @Test
  void aRowThatChangedSinceTheExportIsNotOverwritten() {
    edit("menus", town.menu(), 1, "{\"price\": 9900}").statusCode(200);

    preview(KNOWN, row(town, "김치찌개", 9500))
        .body("refused", equalTo(1))
        .body("errors[0].column", equalTo("version"));
  }

  @Test
  void aRowThatChangedSinceThePreviewIsNotOverwritten() {
    String file = row(town, "김치찌개", 9500).replace(",1,", ",,");
    JsonPath seen = seen(KNOWN, file);
    edit("menus", town.menu(), 1, "{\"price\": 9900}").statusCode(200);

    assertThat(run(KNOWN, file, seen).getString("code")).isEqualTo("NOT_AS_PREVIEWED");
    show("menus", town.menu()).body("price", equalTo(9900));
  }

  @Test
  void anotherFileOrOtherColumnsThanThePreviewsAreNotImported() {
    JsonPath seen = seen(KNOWN, row(town, "김치찌개", 9500));

    assertThat(run(KNOWN, row(town, "김치찌개", 9600), seen).getString("code"))
        .isEqualTo("NOT_AS_PREVIEWED");
    assertThat(run("id,version,,price", row(town, "김치찌개", 9500), seen).getString("code"))
        .isEqualTo("NOT_AS_PREVIEWED");
    assertThat(logged(town)).isZero();
  }

  @Test
  void aDoubleClickImportsOnceAndHearsTheSame() throws Exception {
    String columns = KNOWN + ",storeId,category";
    String file =
        row(town, "김치찌개", 9500)
            + ",,"
            + town.category()
            + "\n"
            + made(town, "순두부", 8000)
            + "\n"
            + made(town, "비빔밥", 8500);
    JsonPath seen = seen(columns, file);

    try (var clicks = Executors.newVirtualThreadPerTaskExecutor();
        var held = Held.row("menus", town.menu())) {
      var first = clicks.submit(() -> run(columns, file, seen));
      var second = clicks.submit(() -> run(columns, file, seen));
      held.letGoWhenWaitedForBy(2);

      assertThat(first.get().getInt("changed")).isEqualTo(3);
      assertThat(second.get().getInt("changed")).isEqualTo(3);
    }
    assertThat(run(columns, file, seen).getInt("changed")).isEqualTo(3);
    assertThat(dishes(town, "true")).isEqualTo(3);
    assertThat(logged(town)).isEqualTo(3);
  }

  @Test
  void categoriesAreKnownByTheirCode() {
    String file =
        "code,name,position\n%s,국물,7\nc%s,새 분류,8"
            .formatted(town.category(), town.store().toString().substring(0, 8));
    JsonPath seen =
        send("categories", "preview", "code,name,position", file.getBytes(StandardCharsets.UTF_8))
            .then()
            .body("created", equalTo(1))
            .body("updated", equalTo(1))
            .extract()
            .jsonPath();
    assertThat(seen.getInt("refused")).isZero();
  }

  private static void sql(String statement) {
    new Database(AdminStack.owner()).sql().execute(statement);
  }
}
