package com.ojeomneo.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  private static EmbeddedPostgres postgres;

  private final Database database = new Database(postgres.getPostgresDatabase());
  private final List<String> heard = new ArrayList<>();

  private record Changed(String what) {}

  private record Looked() {}

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void listenersHearAfterTheCommitOnceAndOnlyOfTheirType() {
    database.sql().execute("CREATE TABLE facts (id int)");
    database.listen(
        Changed.class,
        changed ->
            heard.add(
                changed.what() + " " + database.sql().fetchValue("SELECT count(*) FROM facts")));
    database.listen(Looked.class, looked -> heard.add("looked"));
    database.transact(
        tx -> {
          tx.execute("INSERT INTO facts VALUES (1)");
          Database.afterCommit(tx, new Changed("a"));
          Database.afterCommit(tx, new Changed("b"));
          Database.afterCommit(tx, new Changed("a"));
          assertThat(heard).isEmpty();
        });
    assertThat(heard).containsExactly("a 1", "b 1");
  }

  @Test
  void whatIsRolledBackIsNotTold() {
    database.listen(Changed.class, changed -> heard.add(changed.what()));
    assertThatThrownBy(
            () ->
                database.transact(
                    tx -> {
                      Database.afterCommit(tx, new Changed("nothing"));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(heard).isEmpty();
  }

  /** A deferred constraint is checked by the commit itself. */
  @Test
  void whatTheCommitRefusesIsNotTold() {
    database.listen(Changed.class, changed -> heard.add(changed.what()));
    database.sql().execute("CREATE TABLE once (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)");
    assertThatThrownBy(
            () ->
                database.transact(
                    tx -> {
                      tx.execute("INSERT INTO once VALUES (1), (1)");
                      Database.afterCommit(tx, new Changed("twice"));
                    }))
        .isInstanceOf(DataAccessException.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void transactionsThatOverlapKeepTheirFactsApart() {
    database.listen(Changed.class, changed -> heard.add(changed.what()));
    database.transact(
        outer -> {
          Database.afterCommit(outer, new Changed("outer"));
          database.transact(inner -> Database.afterCommit(inner, new Changed("inner")));
          assertThat(heard).containsExactly("inner");
        });
    assertThat(heard).containsExactly("inner", "outer");
  }

  @Test
  void aListenerThatFailsHarmsNeitherTheWorkNorTheOtherListeners() {
    database.listen(
        Changed.class,
        changed -> {
          throw new IllegalStateException("listener");
        });
    database.listen(Changed.class, changed -> heard.add(changed.what()));
    assertThat(
            database.<String>transaction(
                tx -> {
                  Database.afterCommit(tx, new Changed("work"));
                  return "done";
                }))
        .isEqualTo("done");
    assertThat(heard).containsExactly("work");
  }

  @Test
  void withoutATransactionThereIsNothingToWaitFor() {
    assertThatThrownBy(() -> Database.afterCommit(database.sql(), new Changed("now")))
        .isInstanceOf(IllegalStateException.class);
  }
}
