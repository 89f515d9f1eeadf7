package com.ojeomneo.platform.database;

import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
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
  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private final DSLContext sql;
  private final String role;

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
    return sql.transactionResult(
        configuration -> {
          DSLContext tx = configuration.dsl();
          if (role != null) {
            tx.execute("SET LOCAL ROLE {0}", DSL.name(role));
          }
          return block.apply(tx);
        });
  }

  /** {@link #transaction} for a block without a result. */
  public void transact(Consumer<DSLContext> block) {
    transaction(
        tx -> {
          block.accept(tx);
          return null;
        });
  }
}
