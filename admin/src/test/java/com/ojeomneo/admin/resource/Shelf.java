package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.Colleague;
import com.ojeomneo.admin.Town;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.restassured.response.ValidatableResponse;

/** What the tests of this package look at as an owner, whom all of them share, and as others. */
final class Shelf {
  private Shelf() {}

  private static final class Owner {
    static final Colleague OF_THE_TESTS = Colleague.hired(StaffRole.OWNER).signIn();
  }

  static Colleague owner() {
    return Owner.OF_THE_TESTS;
  }

  /** Of this role; in the town's shop, where the role is of a shop. */
  static Colleague colleague(StaffRole role, Town town) {
    return (role == StaffRole.SHOP_STAFF
            ? Colleague.hired(StaffRole.SHOP_STAFF, town.store())
            : Colleague.hired(role))
        .signIn();
  }

  static ValidatableResponse list(String resource, String filter) {
    return owner()
        .asks()
        .queryParam("filter", filter)
        .get("/api/" + resource)
        .then()
        .statusCode(200);
  }
}
