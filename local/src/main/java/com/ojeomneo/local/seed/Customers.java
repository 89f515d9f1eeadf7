package com.ojeomneo.local.seed;

import static com.ojeomneo.schema.jooq.Tables.USERS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;

/**
 * The customers of one run and who of them places which order. That is drawn first, so that each
 * can be added with the number of events it will have. A customer is added together with the first
 * order: whoever has one cannot be deleted any more, as the foreign keys know.
 */
final class Customers {
  private static final int ORDERS_EACH = 20;
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
  private final byte[] passwordHash;
  private final Instant before;

  private Customers(
      int[] ofOrder, int count, int firstNumber, String passwordHash, Instant before) {
    this.ids = new UUID[count];
    this.ofOrder = ofOrder;
    this.events = new int[count];
    this.told = new int[count];
    this.firstNumber = firstNumber;
    this.passwordHash = CopyBytes.utf8(passwordHash);
    this.before = before;
    for (int customer : ofOrder) {
      events[customer]++;
    }
  }

  /**
   * Some order every day, most now and then.
   *
   * @param before they signed up in the months before
   */
  static Customers draw(
      DSLContext sql, int orders, String passwordHash, Instant before, RandomGenerator random) {
    int count = Math.ceilDiv(orders, ORDERS_EACH);
    int[] ofOrder = new int[orders];
    for (int i = 0; i < orders; i++) {
      ofOrder[i] = (int) (count * Math.pow(random.nextDouble(), 1.5));
    }
    var number = field("substring({0} from '^seed([0-9]{1,9})@')::int", Integer.class, USERS.EMAIL);
    Integer last = sql.select(max(number)).from(USERS).fetchSingle().value1();
    return new Customers(ofOrder, count, last == null ? 1 : last + 1, passwordHash, before);
  }

  /** Who placed the order; added to these rows with the first one. */
  UUID ofOrder(int order, CopyRows users) {
    int customer = ofOrder[order];
    if (ids[customer] == null) {
      add(customer, users);
    }
    return ids[customer];
  }

  private void add(int customer, CopyRows users) {
    Instant createdAt =
        before.minus(SIGNED_UP_WITHIN.multipliedBy(ids.length - customer).dividedBy(ids.length));
    ids[customer] = TimeOrderedId.at(createdAt);
    users
        .row()
        .add(ids[customer])
        .add(email(customer))
        .add(passwordHash)
        .add(
            FAMILIES[customer % FAMILIES.length] + NAMES[customer / FAMILIES.length % NAMES.length])
        .add(false)
        .add((long) events[customer])
        .add(createdAt);
  }

  /** The next sequence of the order's customer: ask once for each order, in the order of time. */
  long nextEvent(int order) {
    return ++told[ofOrder[order]];
  }

  /** How many have ordered so far. */
  int count() {
    int count = 0;
    for (UUID id : ids) {
      count += id == null ? 0 : 1;
    }
    return count;
  }

  /** E-mail address of the one with the first order. */
  String first() {
    return email(ofOrder[0]);
  }

  private String email(int customer) {
    return "seed" + (firstNumber + customer) + "@example.com";
  }
}
