package com.ojeomneo.local.seed;

import static com.ojeomneo.schema.jooq.Tables.USERS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.postgresql.PGConnection;

/**
 * The customers of one run and who of them places which order. That is drawn first, so that each
 * can be added with the number of events it will have.
 */
final class Customers {
  private static final int ORDERS_EACH = 20;
  private static final int AT_ONCE = 5000;
  private static final Duration SIGNED_UP_WITHIN = Duration.ofDays(90);
  private static final String[] FAMILIES = {"김", "이", "박", "최", "정", "강", "조", "윤", "장", "임"};
  private static final String[] NAMES = {
    "민준", "서연", "도윤", "지우", "하준", "서윤", "시우", "하은", "지호", "수아", "현우", "유진", "준서", "예린", "건우", "채원"
  };

  private final UUID[] ids;
  private final int[] ofOrder;
  private final int[] events;
  private final int[] told;
  private final int firstNumber;

  private Customers(int count, int[] ofOrder, int firstNumber) {
    this.ids = new UUID[count];
    this.ofOrder = ofOrder;
    this.events = new int[count];
    this.told = new int[count];
    this.firstNumber = firstNumber;
    for (int customer : ofOrder) {
      events[customer]++;
    }
  }

  /** Some order every day, most now and then. */
  static Customers draw(DSLContext sql, int orders, RandomGenerator random) {
    int count = Math.ceilDiv(orders, ORDERS_EACH);
    int[] ofOrder = new int[orders];
    for (int i = 0; i < orders; i++) {
      ofOrder[i] = (int) (count * Math.pow(random.nextDouble(), 1.5));
    }
    var number = field("substring({0} from '^seed([0-9]{1,9})@')::int", Integer.class, USERS.EMAIL);
    Integer last = sql.select(max(number)).from(USERS).fetchSingle().value1();
    return new Customers(count, ofOrder, last == null ? 1 : last + 1);
  }

  /** They signed up in the months before. */
  void add(Connection connection, String passwordHash, Instant before)
      throws SQLException, IOException {
    var copy = connection.unwrap(PGConnection.class);
    var users =
        new CopyRows(
            "users",
            "id",
            "email",
            "password_hash",
            "display_name",
            "guest",
            "order_event_seq",
            "created_at");
    for (int i = 0; i < ids.length; i++) {
      Instant createdAt =
          before.minus(SIGNED_UP_WITHIN.multipliedBy(ids.length - i).dividedBy(ids.length));
      ids[i] = UuidCreator.getTimeOrderedEpoch(createdAt);
      users
          .row()
          .add(ids[i])
          .add(email(i))
          .add(passwordHash)
          .add(FAMILIES[i % FAMILIES.length] + NAMES[i / FAMILIES.length % NAMES.length])
          .add(false)
          .add((long) events[i])
          .add(createdAt);
      if (i % AT_ONCE == 0) {
        users.into(copy);
      }
    }
    users.into(copy);
  }

  int count() {
    return ids.length;
  }

  String email(int customer) {
    return "seed%d@example.com".formatted(firstNumber + customer);
  }

  UUID ofOrder(int order) {
    return ids[ofOrder[order]];
  }

  /** The next sequence of the order's customer: ask once for each order, in the order of time. */
  long nextEvent(int order) {
    return ++told[ofOrder[order]];
  }
}
