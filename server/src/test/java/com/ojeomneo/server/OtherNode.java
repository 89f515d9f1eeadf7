package com.ojeomneo.server;

import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What another node commits, and this one hears of. */
public final class OtherNode {
  private OtherNode() {}

  public static void revokeToken(Customer customer) {
    UUID jti = UUID.fromString(Claims.of(customer.token()).getString("jti"));
    Instant expiry = Instant.now().plus(Duration.ofMinutes(15));
    new Database(TestStack.owner())
        .transact(
            tx -> {
              tx.execute(
                  "INSERT INTO revoked_tokens VALUES (?, now() + interval '15 minutes', now())",
                  jti);
              Outbox.append(
                  tx,
                  "token_revoked",
                  "{\"jti\":\"%s\",\"expiresAt\":\"%s\"}".formatted(jti, expiry));
            });
  }
}
