package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Desk.count;
import static com.ojeomneo.admin.resource.Desk.edit;
import static com.ojeomneo.admin.resource.Desk.history;
import static com.ojeomneo.admin.resource.Desk.revert;
import static com.ojeomneo.admin.resource.Desk.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Town;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that belong to a row come, change and go with it. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class InlineRowsTest {
  private Town town;

  @BeforeEach
  void build() {
    town = Town.built();
  }

  @Test
  void rowsWithinARowAreSavedWithIt() {
    String body =
        """
        {"optionGroups": [
          {"name": "사이즈", "minChoices": 1, "maxChoices": 1, "options": [{"name": "보통", "price": 0}, {"name": "곱빼기", "price": 1500}]},
          {"id": "%s", "name": "맵기", "minChoices": 0, "maxChoices": 2, "options": [{"name": "덜 맵게", "price": 0}, {"id": "%s", "name": "아주 맵게", "price": 700}]}
        ]}
        """
            .formatted(town.group(), town.option());

    edit("menus", town.menu(), 1, body)
        .statusCode(200)
        .body("version", equalTo(2))
        .body("optionGroups.name", contains("사이즈", "맵기"))
        .body("optionGroups[0].options.name", contains("보통", "곱빼기"))
        .body("optionGroups[1].id", equalTo(town.group().toString()))
        .body("optionGroups[1].options.name", contains("덜 맵게", "아주 맵게"))
        .body("optionGroups[1].options[1].id", equalTo(town.option().toString()));
    assertThat(
            count(
                "SELECT count(*) FROM order_line_options WHERE price = 500 AND option_id = '"
                    + town.option()
                    + "'"))
        .isOne();

    edit("menus", town.menu(), 2, "{\"optionGroups\": []}")
        .statusCode(200)
        .body("optionGroups", empty());
    history("menus", town.menu())
        .body("items", hasSize(2))
        .body("items[0].changes[0].column", equalTo("optionGroups"));
  }

  @Test
  void aRowOfAnotherIsNotTakenOver() {
    Town other = Town.built();
    String body =
        "{\"optionGroups\": [{\"id\": \"%s\", \"name\": \"훔친\", \"minChoices\": 0, \"maxChoices\": 1}]}"
            .formatted(other.group());

    edit("menus", town.menu(), 1, body)
        .statusCode(400)
        .body("errors[0].field", equalTo("optionGroups[0].id"));

    show("menus", other.menu()).body("optionGroups[0].name", equalTo("맵기"));
    show("menus", town.menu()).body("optionGroups", hasSize(1));
  }

  @Test
  void hoursAndClosuresAreSavedWithTheirShop() {
    String body =
        """
        {"storeHours": [{"dayOfWeek": "1", "opensAt": "10:00", "closesAt": "21:00"}, {"dayOfWeek": "2", "opensAt": "11:00", "closesAt": "02:00"}],
         "storeClosures": [{"fromDay": "2027-02-01", "toDay": "2027-02-03", "reason": "수리"}]}
        """;

    edit("stores", town.store(), 1, body)
        .statusCode(200)
        .body("storeHours.opensAt", contains("10:00", "11:00"))
        .body("storeClosures.fromDay", contains("2027-02-01"));
    edit(
            "stores",
            town.store(),
            2,
            "{\"storeClosures\": [{\"fromDay\": \"2027-02-03\", \"toDay\": \"2027-02-01\", \"reason\": \"\"}]}")
        .statusCode(400);
    show("stores", town.store()).body("version", equalTo(2)).body("storeClosures", hasSize(1));
  }

  @Test
  void rowsWithinARowComeBackAsTheyWere() {
    edit("menus", town.menu(), 1, "{\"optionGroups\": []}").statusCode(200);
    String entry = history("menus", town.menu()).extract().path("items[0].id");

    revert(town.menu(), 2, "{\"entry\": \"%s\"}".formatted(entry))
        .statusCode(200)
        .body("optionGroups[0].id", equalTo(town.group().toString()))
        .body("optionGroups[0].options[0].id", equalTo(town.option().toString()));
  }
}
