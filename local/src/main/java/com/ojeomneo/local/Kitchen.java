package com.ojeomneo.local;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.ACCEPTED;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PAID;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.PREPARING;
import static com.ojeomneo.schema.jooq.enums.OrderStatus.READY;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.ojeomneo.order.Actor;
import com.ojeomneo.order.OrderEvents;
import com.ojeomneo.order.OrderProgress;
import com.ojeomneo.order.OrderView;
import com.ojeomneo.order.OrderViews;
import com.ojeomneo.payment.PaymentPage;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The shops' side of the running stack: their live orders, moved on by the very code of the
 * product, with the rights of the back office.
 */
public final class Kitchen {
  private static final Pattern NUMBER = Pattern.compile("[A-Z][0-9]{2,3}");
  static final String DOMAIN_ROLE = "ojeomneo_domain";
  private static final Actor ACTOR = Actor.staff("local-shop");

  /** As the Server writes JSON: the history of an order must not show who moved it. */
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final Database database;
  private final OrderViews views;
  private final OrderProgress progress;

  Kitchen(Database database, PaymentPage page) {
    Clock clock = Clock.tickMillis(ZoneId.of("Asia/Seoul"));
    this.database = database;
    this.views = new OrderViews(page, clock);
    this.progress = new OrderProgress(database, new OrderEvents(views, JSON, clock), views, clock);
  }

  /**
   * @throws Refusal when no stack runs in this checkout
   */
  static Kitchen of(Home home) {
    if (!Files.exists(home.access()) || !SingleRun.isClaimed(home)) {
      throw new Refusal("실행 중이 아닙니다 · nothing runs here; start it with ./ojeomneo up");
    }
    var access = PrivateFile.readJson(home.access(), new TypeReference<Access>() {});
    var secrets = Secrets.of(home);
    var postgres = new PGSimpleDataSource();
    postgres.setServerNames(new String[] {access.postgres().host()});
    postgres.setPortNumbers(new int[] {access.postgres().port()});
    postgres.setDatabaseName(access.postgres().database());
    postgres.setUser(Databases.ADMIN);
    postgres.setPassword(secrets.password(Databases.ADMIN));
    var page =
        new PaymentPage(
            URI.create(access.sandbox()), URI.create(access.server()), secrets.tossClientKey());
    return new Kitchen(new Database(postgres, DOMAIN_ROLE), page);
  }

  /** Paid and not yet handed over, oldest first. */
  List<OrderView> liveOrders() {
    return database
        .sql()
        .select(ORDERS.ID)
        .from(ORDERS)
        .where(ORDERS.STATUS.in(PAID, ACCEPTED, PREPARING, READY))
        .orderBy(ORDERS.ID)
        .fetch(row -> views.get(database.sql(), row.value1()));
  }

  /**
   * Moves an order on.
   *
   * @param order its id, or the number of a live one
   * @throws Refusal with the reason when there is no such order or its state forbids it
   */
  public OrderView move(String order, OrderStatus to, String reason) {
    return change(order, id -> progress.move(id, to, ACTOR, reason));
  }

  /**
   * Tells the customer that it takes longer.
   *
   * @param order its id, or the number of a live one
   * @throws Refusal with the reason when there is no such order or its state forbids it
   */
  OrderView delay(String order, int minutes) {
    return change(order, id -> progress.delay(id, ACTOR, minutes));
  }

  private OrderView change(String order, Function<UUID, OrderView> how) {
    try {
      return how.apply(idOf(order));
    } catch (Problem problem) {
      throw new Refusal(
          "%s: %s · %s%s"
              .formatted(
                  order,
                  problem.code().korean(),
                  problem.code().english(),
                  why(problem).map(detail -> " (" + detail + ")").orElse("")),
          problem);
    }
  }

  private static Optional<String> why(Problem problem) {
    return problem
        .detail()
        .or(() -> problem.errors().stream().map(Problem.FieldError::korean).findFirst());
  }

  private UUID idOf(String order) {
    if (!NUMBER.matcher(order.toUpperCase()).matches()) {
      return parsed(order);
    }
    var called =
        liveOrders().stream().filter(view -> view.number().equalsIgnoreCase(order)).toList();
    if (called.isEmpty()) {
      throw new Refusal(order + ": 진행 중인 주문이 없습니다 · no live order has this number");
    }
    if (called.size() > 1) {
      throw new Refusal(
          "%s: 여러 가게에 있습니다, id로 지정하세요 · several shops have it, use the id: %s"
              .formatted(
                  order,
                  String.join(
                      ", ",
                      called.stream().map(view -> view.storeName() + " " + view.id()).toList())));
    }
    return called.getFirst().id();
  }

  private static UUID parsed(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new Refusal(id + ": 주문 번호(A17)나 id가 아닙니다 · neither a number (A17) nor an id", e);
    }
  }
}
