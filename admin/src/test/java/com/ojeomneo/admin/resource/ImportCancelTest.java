package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Desk.count;
import static com.ojeomneo.admin.resource.Desk.manager;
import static com.ojeomneo.admin.resource.Sheet.dishes;
import static com.ojeomneo.admin.resource.Sheet.logged;
import static com.ojeomneo.admin.resource.Sheet.made;
import static com.ojeomneo.admin.resource.Sheet.seen;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Town;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whoever stops an import half-way has imported nothing, and may begin again. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class ImportCancelTest {
  private static final String COLUMNS = Sheet.KNOWN + ",storeId,category";
  private static final int ROWS = 3000;

  private static final String RUNNING =
      "SELECT count(*) FROM pg_stat_activity WHERE usename = 'ojeomneo_admin' AND xact_start < now()";

  @Test
  void whoHangsUpUndoesItAllAndTheSameFileComesInAfterwards() throws Exception {
    Town town = Town.built();
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(n -> made(town, "반찬 " + n, 5000))
            .collect(Collectors.joining("\n"));
    JsonPath seen = seen(COLUMNS, rows);

    HangUp.on(
        manager(),
        "/api/resources/menus/import?columns=%s&id=%s&seen=%s&file=x.csv"
            .formatted(COLUMNS, seen.getString("id"), seen.getString("seen")),
        "text/csv",
        Sheet.bytes(COLUMNS, rows));

    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> count(RUNNING) == 0);
    assertThat(dishes(town, "true")).isEqualTo(1);
    assertThat(logged(town)).isZero();
    assertThat(Sheet.run(COLUMNS, rows, seen).getInt("changed")).isEqualTo(ROWS);
    assertThat(dishes(town, "true")).isEqualTo(ROWS + 1);
  }
}
