package com.ojeomneo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.idempotency.Answer;
import com.ojeomneo.platform.idempotency.Claim;
import com.ojeomneo.platform.idempotency.IdempotencyKeys;
import com.ojeomneo.platform.idempotency.LostLease;
import com.ojeomneo.platform.problem.Problem;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One caller and route per test; the key is the same everywhere. */
@QuarkusTest
@WithTestResource(TestStack.class)
class IdempotencyKeysTest {
  private static final Answer CREATED = new Answer(201, "{\"id\":1}");

  @Inject IdempotencyKeys keys;
  @Inject Database database;

  private final UUID caller = UUID.randomUUID();
  private final AtomicInteger works = new AtomicInteger();

  @Test
  void aRepeatGetsTheStoredAnswerAndDoesNotWorkAgain() {
    assertThat(once("body", this::work)).isEqualTo(CREATED);
    assertThat(once("body", this::work)).isEqualTo(CREATED);
    assertThat(works).hasValue(1);
  }

  @Test
  void aKeyBelongsToItsCallerAndRoute() {
    once("body", this::work);
    keys.once(UUID.randomUUID(), "POST /test", "key", hash("body"), this::work);
    keys.once(caller, "POST /other", "key", hash("body"), this::work);
    assertThat(works).hasValue(3);
  }

  @Test
  void anotherRequestWithTheKeyIsRefused() {
    once("body", this::work);
    refused("other body", 422);
  }

  @Test
  void ofManyAtOnceOneWorksAndTheOthersWaitOrRepeat() {
    var statuses =
        Race.of(
            20,
            i -> {
              try {
                return once("body", this::work).status();
              } catch (Problem running) {
                assertThat(running.retryAfter()).isPresent();
                return running.code().status();
              }
            });
    assertThat(works).hasValue(1);
    assertThat(statuses).contains(201).isSubsetOf(201, 409);
  }

  @Test
  void whileTheFirstOneRunsTheOthersAreRefused() {
    once(
        "body",
        claim -> {
          refused("body", 409);
          refused("other body", 422);
          return CREATED;
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 401, 429, 500, 503})
  void anAnswerThatIsNotFinalIsTriedAgain(int status) {
    once("body", claim -> new Answer(status, "{}"));
    assertThat(once("body", this::work)).isEqualTo(CREATED);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 402, 404, 409, 422})
  void aFinalAnswerIsKeptEvenARefusal(int status) {
    var first = new Answer(status, "{}");
    once("body", claim -> first);
    assertThat(once("body", this::work)).isEqualTo(first);
  }

  @Test
  void anExceptionFreesTheKey() {
    assertThatThrownBy(
            () ->
                once(
                    "body",
                    claim -> {
                      throw new IllegalStateException("work");
                    }))
        .hasMessage("work");
    assertThat(once("body", this::work)).isEqualTo(CREATED);
  }

  @Test
  void anAnswerStoredInATransactionThatFailsIsNotKept() {
    assertThatThrownBy(
            () ->
                once(
                    "body",
                    claim ->
                        database.transaction(
                            tx -> {
                              claim.store(tx, CREATED);
                              throw new IllegalStateException("work");
                            })))
        .hasMessage("work");
    once("body", this::work);
    assertThat(works).hasValue(1);
  }

  @Test
  void aRequestThatOutlivesItsLeaseCannotStoreWhatAnotherTookOver() {
    assertThatThrownBy(
            () ->
                once(
                    "body",
                    slow -> {
                      expireLease();
                      assertThat(once("body", this::work)).isEqualTo(CREATED);
                      return database.transaction(
                          tx -> {
                            slow.store(tx, new Answer(201, "{\"id\":2}"));
                            return CREATED;
                          });
                    }))
        .isInstanceOf(LostLease.class);
    assertThat(once("body", this::work)).isEqualTo(CREATED);
    assertThat(works).hasValue(1);
  }

  private Answer work(Claim claim) {
    works.incrementAndGet();
    return database.transaction(
        tx -> {
          claim.store(tx, CREATED);
          return CREATED;
        });
  }

  private Answer once(String body, Function<Claim, Answer> work) {
    return keys.once(caller, "POST /test", "key", hash(body), work);
  }

  private void refused(String body, int status) {
    assertThatThrownBy(() -> once(body, this::work))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code().status()).isEqualTo(status));
  }

  private void expireLease() {
    try (var connection = TestStack.owner().getConnection();
        var update =
            connection.prepareStatement(
                "UPDATE idempotency_keys SET leased_until = now() - interval '1 s' WHERE caller = ?")) {
      update.setObject(1, caller);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hash(String body) {
    return Arrays.copyOf(body.getBytes(), 32);
  }
}
