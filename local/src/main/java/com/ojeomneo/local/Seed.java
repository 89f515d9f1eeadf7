package com.ojeomneo.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.ojeomneo.local.seed.Seeding;
import com.ojeomneo.local.seed.Seeding.DoesNotFit;
import com.ojeomneo.local.seed.Seeding.Result;
import com.ojeomneo.local.seed.Seeding.Wish;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import me.tongfei.progressbar.ProgressBar;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ojeomneo seed --orders N}: the running stack gets a past. */
@Command(
    name = "seed",
    description = "지난 주문 채우기 · fills the past of the running stack with orders.")
final class Seed implements Callable<Integer> {
  private static final int MOST_ORDERS = 5_000_000;
  private static final int MOST_DAYS = 180;
  private static final int LINES_WITHOUT_TERMINAL = 10;

  @Option(names = "--orders", paramLabel = "N", required = true, description = "1 to 5,000,000")
  private int orders;

  @Option(names = "--days", paramLabel = "D", defaultValue = "28", description = "before today")
  private int days;

  @Option(names = "--seed", paramLabel = "S", description = "the same lunches again")
  private Long seed;

  @Override
  public Integer call() throws SQLException, InterruptedException {
    requireWithin("--orders", orders, MOST_ORDERS);
    requireWithin("--days", days, MOST_DAYS);
    Home home = Home.ofProcess();
    if (!Files.exists(home.access()) || !SingleRun.isClaimed(home)) {
      throw new Refusal("실행 중이 아닙니다 · nothing runs here; start it with ./ojeomneo up");
    }
    Access access = PrivateFile.readJson(home.access(), new TypeReference<>() {});
    DataSource superuser = superuser(access.postgres(), Secrets.of(home));
    String sample = access.customers().getFirst().email();
    var wish =
        new Wish(
            orders, days, seed == null ? System.nanoTime() : seed, passwordHash(superuser, sample));
    Result result = run(new Seeding(superuser, Kitchen.JSON, Clock.systemUTC()), wish);
    report(result, access.customers().getFirst());
    return 0;
  }

  private static void requireWithin(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new Refusal("%s must be from 1 to %,d, not %,d".formatted(option, most, value));
    }
  }

  private Result run(Seeding seeding, Wish wish) throws InterruptedException {
    try {
      if (System.console() != null && System.console().isTerminal()) {
        try (var bar =
            ProgressBar.builder()
                .setTaskName("주문 · orders")
                .setInitialMax(orders)
                .showSpeed()
                .build()) {
          return seeding.run(wish, bar::stepTo);
        }
      }
      return seeding.run(wish, lines());
    } catch (DoesNotFit | SQLException e) {
      throw new Refusal(e.getMessage(), e);
    }
  }

  /** For a file or a pipe: a line at each tenth. */
  private IntConsumer lines() {
    return written -> {
      int part = Math.max(1, orders / LINES_WITHOUT_TERMINAL);
      if (written == orders || written / part > (written - Seeding.BATCH) / part) {
        System.out.printf("  %,d / %,d%n", written, orders);
      }
    };
  }

  private void report(Result result, Access.SignIn sample) {
    double seconds = seconds(result.planned().plus(result.written()).plus(result.analyzed()));
    System.out.printf(
        "주문 · orders %,d, 손님 · customers %,d: %.1f s, %,.0f orders/s%n",
        orders, result.customers(), seconds, orders / seconds);
    System.out.printf(
        "  계획 · plan %.1f s, 쓰기 · write %.1f s, ANALYZE %.1f s%n",
        seconds(result.planned()), seconds(result.written()), seconds(result.analyzed()));
    System.out.printf(
        "  로그인 · sign in as %s ..., 비밀번호는 %s의 것 · with the password of %s%n",
        result.firstCustomer(), sample.displayName(), sample.email());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static DataSource superuser(Access.Database database, Secrets secrets) {
    var superuser = new PGSimpleDataSource();
    superuser.setServerNames(new String[] {database.host()});
    superuser.setPortNumbers(new int[] {database.port()});
    superuser.setDatabaseName(database.database());
    superuser.setUser(Postgres.SUPERUSER);
    superuser.setPassword(secrets.password(Postgres.SUPERUSER));
    return superuser;
  }

  private static String passwordHash(DataSource superuser, String email) throws SQLException {
    try (var connection = superuser.getConnection();
        var query =
            connection.prepareStatement(
                "SELECT password_hash FROM users WHERE email = ?::citext")) {
      query.setString(1, email);
      var found = query.executeQuery();
      if (!found.next()) {
        throw new Refusal(email + ": 샘플 손님이 없습니다 · the sample customer is gone");
      }
      return found.getString(1);
    }
  }
}
