package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Desk.count;
import static com.ojeomneo.admin.resource.Desk.edit;
import static com.ojeomneo.admin.resource.Desk.history;
import static com.ojeomneo.admin.resource.Desk.manager;
import static com.ojeomneo.admin.resource.Desk.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Town;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row is changed: what was seen before is what is changed, and nothing else. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class ResourceEditTest {
  private Town town;

  @BeforeEach
  void build() {
    town = Town.built();
  }

  @Test
  void anEditChangesWhatItNamesAndNothingElse() {
    edit("menus", town.menu(), 1, "{\"price\": 9500}")
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("price", equalTo(9500))
        .body("name", equalTo("김치찌개"))
        .body("version", equalTo(2))
        .body("optionGroups", hasSize(1));

    history("menus", town.menu())
        .body("items", hasSize(1))
        .body("items[0].action", equalTo("UPDATE"))
        .body("items[0].staff.id", equalTo(manager().id().toString()))
        .body("items[0].address", equalTo("127.0.0.1"))
        .body("items[0].changes", hasSize(1))
        .body("items[0].changes[0].column", equalTo("price"))
        .body("items[0].changes[0].label.ko", equalTo("가격"))
        .body("items[0].changes[0].before", equalTo(9000))
        .body("items[0].changes[0].after", equalTo(9500));
  }

  @Test
  void anEditTellsTheCachesOfTheAppInTheSameTransaction() {
    edit("menus", town.menu(), 1, "{\"price\": 9700}").statusCode(200);

    assertThat(
            count(
                "SELECT count(*) FROM outbox WHERE topic = 'cache' AND payload::text LIKE '%menu:"
                    + town.menu()
                    + "%'"))
        .isPositive();
  }

  @Test
  void whoHasNotSeenTheNewestVersionOverwritesNothing() {
    edit("menus", town.menu(), 1, "{\"price\": 9500}").statusCode(200);

    edit("menus", town.menu(), 1, "{\"price\": 8000}")
        .statusCode(412)
        .header("ETag", "\"2\"")
        .contentType("application/problem+json")
        .body("code", equalTo("CHANGED_MEANWHILE"))
        .body("current.price", equalTo(9500))
        .body("current.version", equalTo(2));

    show("menus", town.menu()).body("price", equalTo(9500)).body("version", equalTo(2));
  }

  @Test
  void ofManyWhoEditTheSameVersionOneWins() throws Exception {
    List<Callable<Integer>> edits = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String body = "{\"price\": %d}".formatted(5000 + i);
      edits.add(() -> edit("menus", town.menu(), 1, body).extract().statusCode());
    }
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(10)) {
      for (var done : threads.invokeAll(edits)) {
        statuses.add(done.get());
      }
    }

    assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    history("menus", town.menu()).body("items", hasSize(1));
  }

  @Test
  void anEditWithoutAVersionIsRefusedAndAnUnknownVersionIsStale() {
    manager()
        .acts()
        .body("{\"price\": 1}")
        .put("/api/menus/" + town.menu())
        .then()
        .statusCode(428)
        .body("code", equalTo("VERSION_REQUIRED"));
    manager()
        .acts()
        .header("If-Match", "*")
        .body("{\"price\": 5000}")
        .put("/api/menus/" + town.menu())
        .then()
        .statusCode(412);
    manager()
        .acts()
        .header("If-Match", "\"abc\"")
        .body("{\"price\": 5000}")
        .put("/api/menus/" + town.menu())
        .then()
        .statusCode(412);
  }

  @Test
  void anEditThatChangesNothingIsNoEdit() {
    edit("menus", town.menu(), 1, "{\"price\": 9000, \"name\": \"김치찌개\"}")
        .statusCode(200)
        .body("version", equalTo(1));

    history("menus", town.menu()).body("items", empty());
  }

  @Test
  void whatCannotBeWrittenIsNotLookedAt() {
    edit(
            "menus",
            town.menu(),
            1,
            "{\"id\": \"x\", \"storeId\": \"%s\", \"version\": 9, \"titles\": 1}"
                .formatted(UUID.randomUUID()))
        .statusCode(200)
        .body("storeId", equalTo(town.store().toString()))
        .body("version", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"price\": 99} | price",
        "{\"price\": 1000001} | price",
        "{\"price\": \"9000\"} | price",
        "{\"price\": 9000.5} | price",
        "{\"price\": null} | price",
        "{\"name\": \"\"} | name",
        "{\"name\": \"   \"} | name",
        "{\"name\": 5} | name",
        "{\"name\": \"\\u0000\"} | name",
        "{\"soldOut\": 1} | soldOut",
        "{\"tags\": \"a\"} | tags",
        "{\"tags\": [1]} | tags",
        "{\"allergens\": [\"NUTS\"]} | allergens",
        "{\"category\": \"no-such\"} | category",
        "{\"optionGroups\": {}} | optionGroups",
        "{\"optionGroups\": [{\"name\": \"\"}]} | optionGroups[0].name",
        "{\"optionGroups\": [{\"id\": \"x\", \"name\": \"a\", \"minChoices\": 0, \"maxChoices\": 1}]} | optionGroups[0].id",
        "{\"optionGroups\": [{\"name\": \"a\", \"minChoices\": 0, \"maxChoices\": 1, \"options\": [{\"name\": \"b\", \"price\": -1}]}]} | optionGroups[0].options[0].price",
        "[] | body"
      })
  void whatIsWrongIsSaidWhereAndNothingIsWritten(String body, String field) {
    edit("menus", town.menu(), 1, body)
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.field", hasItem(field));

    show("menus", town.menu()).body("version", equalTo(1)).body("optionGroups", hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "notices | {\"startsAt\": \"2030-01-02T00:00:00Z\", \"endsAt\": \"2030-01-01T00:00:00Z\"} | body | 종료 시각은 시작 시각보다 뒤여야 해요.",
        "stores | {\"storeClosures\": [{\"fromDay\": \"2027-02-03\", \"toDay\": \"2027-02-01\", \"reason\": \"\"}]} | storeClosures[0] | 끝나는 날이 시작하는 날보다 빠를 수 없어요."
      })
  void aRuleOverMoreThanOneColumnIsSaidInWords(
      String resource, String body, String field, String message) {
    edit(resource, town.store(), 1, body)
        .statusCode(400)
        .body("errors[0].field", equalTo(field))
        .body("errors[0].message", equalTo(message));
  }
}
