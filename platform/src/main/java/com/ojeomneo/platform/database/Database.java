package com.ojeomneo.platform.database;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * PostgreSQL, as jOOQ sees it. {@link #sql()} runs single statements; everything that must hold
 * together goes through {@link #transaction}, at READ COMMITTED: correctness comes from row locks,
 * conditional updates and constraints, not from the isolation level.
 */
public final class Database {
  private static final Logger LOG = Logger.getLogger(Database.class);

  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private final DSLContext sql;
  private final String role;
  private final List<Consumer<Object>> listeners = new CopyOnWriteArrayList<>();

  /** What a transaction will have made true; kept in its own jOOQ configuration. */
  private record Facts(Set<Object> all) {}

  /** Transactions run with the privileges of the log-in itself. */
  public Database(DataSource dataSource) {
    this(dataSource, null);
  }

  /**
   * @param role what each transaction becomes with {@code SET LOCAL ROLE}: how Admin, whose log-in
   *     may not write an order's status, runs the domain's transitions
   */
  public Database(DataSource dataSource, String role) {
    this.sql = DSL.using(dataSource, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
    this.role = role;
  }

  /** Single statements, each in a transaction of its own. */
  public DSLContext sql() {
    return sql;
  }

  /** Runs the block in one transaction; any exception rolls it back and is thrown on as it is. */
  public <T> T transaction(Function<DSLContext, T> block) {
    var facts = new Facts(new LinkedHashSet<>());
    T result =
        sql.transactionResult(
            configuration -> {
              configuration.data(Facts.class, facts);
              DSLContext tx = configuration.dsl();
              if (role != null) {
                tx.execute("SET LOCAL ROLE {0}", DSL.name(role));
              }
              return block.apply(tx);
            });
    facts.all().forEach(this::tell);
    return result;
  }

  /** {@link #transaction} for a block without a result. */
  public void transact(Consumer<DSLContext> block) {
    transaction(
        tx -> {
          block.accept(tx);
          return null;
        });
  }

  /** Within a transaction: what the block throws undoes the block, and nothing else. */
  public static <T> T savepoint(DSLContext tx, Function<DSLContext, T> block) {
    return tx.transactionResult(nested -> block.apply(nested.dsl()));
  }

  /**
   * Tells the listeners of this fact once the transaction has committed, and never when it rolls
   * back. Equal facts are told once.
   *
   * @throws IllegalStateException outside {@link #transaction}
   */
  public static void afterCommit(DSLContext tx, Object fact) {
    if (!(tx.configuration().data(Facts.class) instanceof Facts facts)) {
      throw new IllegalStateException("no transaction to wait for");
    }
    facts.all().add(fact);
  }

  /**
   * Hears the facts of this type, on the thread that committed and before it goes on: do little. A
   * process that dies right after its commit tells nobody, and other processes never hear: whoever
   * needs to know for certain looks into the tables as well.
   */
  public <T> void listen(Class<T> type, Consumer<T> listener) {
    listeners.add(
        fact -> {
          if (type.isInstance(fact)) {
            listener.accept(type.cast(fact));
          }
        });
  }

  /** What was committed stays so, whatever a listener makes of it. */
  private void tell(Object fact) {
    for (Consumer<Object> listener : listeners) {
      try {
        listener.accept(fact);
      } catch (RuntimeException e) {
        LOG.errorf(e, "a listener fails on %s", fact);
      }
    }
  }
}
