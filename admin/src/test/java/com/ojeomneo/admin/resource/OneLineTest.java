package com.ojeomneo.admin.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AdminStack.class)
class OneLineTest {
  @Test
  void aColumnOfOneLineIsInFormListFilterExportAndLog() {
    new Database(AdminStack.owner()).sql().execute(Parcels.DDL);
    Colleague owner = Colleague.hired(StaffRole.OWNER).signIn();
    String column = "resources.find { it.name == 'parcels' }.columns.find { it.name == 'weight' }";

    owner
        .asks()
        .get("/api/resources")
        .then()
        .body(column + ".type", equalTo("INTEGER"))
        .body(column + ".filter", equalTo("RANGE"))
        .body(column + ".editable", equalTo(true));
    String id =
        owner
            .acts()
            .body("{\"name\": \"귤\", \"weight\": 5}")
            .post("/api/parcels")
            .then()
            .statusCode(201)
            .body("weight", equalTo(5))
            .extract()
            .path("id");
    owner
        .acts()
        .header("If-Match", "\"1\"")
        .body("{\"weight\": 6}")
        .put("/api/parcels/" + id)
        .then()
        .statusCode(200);
    owner
        .asks()
        .queryParam("filter", "{\"weight\":{\"from\":6}}")
        .get("/api/parcels")
        .then()
        .body("items.weight", contains(6));
    owner
        .asks()
        .get("/api/parcels/{id}/history", id)
        .then()
        .body("items[0].changes[0].column", equalTo("weight"))
        .body("items[0].changes[0].before", equalTo(5))
        .body("items[0].changes[0].after", equalTo(6));
    assertThat(owner.asks().get("/api/parcels/export?columns=name,weight").asString())
        .isEqualTo("\uFEFF이름,무게\r\n귤,6\r\n");
  }
}
