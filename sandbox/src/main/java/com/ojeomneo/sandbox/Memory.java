package com.ojeomneo.sandbox;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The connections to the sandbox's own schema, which it creates when it is not there. */
final class Memory implements AutoCloseable {
  private static final int CONNECTIONS = 16;

  /** What is done in one transaction. */
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  private final AgroalDataSource pool;

  private Memory(AgroalDataSource pool) {
    this.pool = pool;
  }

  static Memory open(SandboxSettings.Database database) throws SQLException {
    var settings =
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(CONNECTIONS)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .reapTimeout(Duration.ofMinutes(1))
                        .connectionValidator(ConnectionValidator.defaultValidator())
                        .validateOnBorrow(true)
                        .connectionFactoryConfiguration(
                            connection ->
                                connection
                                    .jdbcUrl(database.url())
                                    .principal(new NamePrincipal(database.user()))
                                    .credential(new SimplePassword(database.password()))
                                    .jdbcProperty("connectTimeout", "5")
                                    .jdbcProperty("socketTimeout", "30")
                                    // A lax server must not forget a charge that was answered.
                                    .initialSql("SET synchronous_commit = on")));
    var memory = new Memory(AgroalDataSource.from(settings));
    try {
      memory.create();
      return memory;
    } catch (SQLException | RuntimeException e) {
      memory.close();
      throw e;
    }
  }

  /** Commits when the work returns, rolls back when it throws. */
  <T> T transaction(Work<T> work) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private void create() throws SQLException {
    String tables = Resource.text("schema.sql");
    transaction(
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute(tables);
          }
          return null;
        });
  }

  @Override
  public void close() {
    pool.close();
  }
}
