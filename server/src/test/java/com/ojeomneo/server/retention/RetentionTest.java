package com.ojeomneo.server.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.server.TestStack;
import com.ojeomneo.server.retention.Retention.Kind;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Guests, staff and their log. */
@QuarkusTest
@WithTestResource(TestStack.class)
class RetentionTest extends Forgetting {
  @Test
  void aBatchIsNoLargerThanItIsAskedToBe() {
    for (int i = 0; i < 3; i++) {
      past.addUser(UUID.randomUUID(), true, NOW.minus(Duration.ofDays(100)), null);
    }
    assertThat(retention.forget(Kind.GUESTS, 2)).isEqualTo(2);
    assertThat(retention.forget(Kind.GUESTS, 2)).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "true,100,true",
    "true,89,false", // may still come back
    "false,1000,false" // has an account
  })
  void aGuestWhoCannotComeBackAndHasNothingIsGone(boolean guest, int days, boolean gone) {
    past.addUser(past.user, guest, NOW.minus(Duration.ofDays(days)), null);
    past.owner.execute("INSERT INTO consents VALUES (?, 'TERMS', '1', now())", past.user);
    retention.forget(Kind.GUESTS, ALL);
    assertThat(past.exists("users", past.user)).isEqualTo(!gone);
  }

  @Test
  void aGuestWithAnOrderOrASessionStays() {
    past.addOrder(NOW, "COMPLETED");
    past.owner.execute(
        "UPDATE users SET created_at = now() - interval '1 year' WHERE id = ?", past.user);
    UUID other = UUID.randomUUID();
    past.addUser(other, true, NOW.minus(Duration.ofDays(400)), null);
    past.owner.execute(
        "INSERT INTO user_sessions (id, user_id, created_at) VALUES (?, ?, now())", other, other);
    retention.forget(Kind.GUESTS, ALL);
    assertThat(past.exists("users", past.user)).isTrue();
    assertThat(past.exists("users", other)).isTrue();
  }

  @Test
  void theLogOfStaffGoesAfterFiveYearsAndWhoLeftAfterThree() {
    UUID staff = UUID.randomUUID();
    past.owner.execute(
        """
        INSERT INTO staff (id, email, display_name, password_hash, created_at, disabled_at)
        VALUES (?, ?, '김직원', 'x', now(), now() - interval '1097 days')
        """,
        staff,
        staff + "@example.com");
    past.owner.execute("INSERT INTO staff_roles (staff_id, role) VALUES (?, 'VIEWER')", staff);
    UUID old = past.addEntry(staff, "1830 days");
    UUID young = past.addEntry(staff, "1820 days");

    retention.forget(Kind.AUDIT_LOG, ALL);
    assertThat(retention.forget(Kind.STAFF, ALL)).isOne();

    assertThat(past.exists("audit_log", old)).isFalse();
    assertThat(past.exists("audit_log", young)).isTrue();
    assertThat(past.owner.fetchValue("SELECT s::text FROM staff s WHERE id = ?", staff))
        .asString()
        .contains("떠난 직원", "left.invalid")
        .doesNotContain("김직원", "example.com");
    assertThat(retention.forget(Kind.STAFF, ALL)).isZero();
    past.owner.execute("DELETE FROM audit_log WHERE id = ?", young);
  }

  @Test
  void whoLeftLessThanThreeYearsAgoIsKnown() {
    UUID staff = UUID.randomUUID();
    past.owner.execute(
        """
        INSERT INTO staff (id, email, display_name, password_hash, created_at, disabled_at)
        VALUES (?, ?, '김직원', 'x', now(), now() - interval '1090 days')
        """,
        staff,
        staff + "@example.com");
    assertThat(retention.forget(Kind.STAFF, ALL)).isZero();
  }

  /** Whatever a fault of the Server asks for. */
  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"ORDERS", "NAMES", "GUESTS", "AUDIT_LOG", "STAFF"})
  void nothingGoesBeforeItsTime(Kind kind) {
    var tomorrow = Clock.fixed(NOW.plus(Duration.ofDays(400)), ZoneOffset.UTC);
    var hasty = new Retention(database, tomorrow, metrics);
    assertThatThrownBy(() -> hasty.forget(kind, ALL))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("it has to be kept for");
  }

  @Test
  void nobodyElseMayLetGo() {
    DSLContext admin = new Database(TestStack.as("ojeomneo_admin")).sql();
    for (String name : new String[] {"orders", "notes", "names", "guests", "audit_log", "staff"}) {
      assertThatThrownBy(() -> admin.execute("SELECT forget_%s('-infinity', 1)".formatted(name)))
          .hasMessageContaining("permission denied");
    }
  }
}
