package com.ojeomneo.platform.redis;

import io.lettuce.core.sentinel.api.StatefulRedisSentinelConnection;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Who is master, as more than half of the sentinels see it that answer. All are asked, each time:
 * one may have died together with the master, one may be cut off and believe in the last, and what
 * they announce when it happens may find nobody listening.
 */
final class Sentinels {
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final RedisClients clients;
  private final List<Address> all;
  private final String master;
  private final Map<Address, CompletableFuture<StatefulRedisSentinelConnection<String, String>>>
      connections = new HashMap<>();

  /**
   * @param all {@code host:port} of each
   * @param master the name under which they watch it
   */
  Sentinels(RedisClients clients, List<String> all, String master) {
    this.clients = clients;
    this.all = all.stream().map(Address::parse).toList();
    this.master = master;
  }

  /** Empty when none answers, or when they do not agree. Blocks for some tenths of a second. */
  Optional<Address> master() {
    var votes = new HashMap<Address, Integer>();
    int answers = 0;
    for (var answer : all.stream().map(this::ask).toList()) {
      Optional<Address> named = await(answer);
      if (named.isPresent()) {
        answers++;
        votes.merge(named.get(), 1, Integer::sum);
      }
    }
    int most = answers / 2 + 1;
    return votes.entrySet().stream()
        .filter(vote -> vote.getValue() >= most)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Connections stay, and come back by themselves; one that was never made is tried again. */
  private CompletableFuture<SocketAddress> ask(Address sentinel) {
    return connections
        .compute(
            sentinel,
            (there, known) ->
                known == null || known.isCompletedExceptionally()
                    ? clients.connectSentinel(there)
                    : known)
        .thenCompose(connection -> connection.async().getMasterAddrByName(master))
        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Optional<Address> await(CompletableFuture<SocketAddress> answer) {
    try {
      // Null from a sentinel that does not know the name.
      return Optional.ofNullable((InetSocketAddress) answer.join())
          .map(at -> new Address(at.getHostString(), at.getPort()));
    } catch (CompletionException noAnswer) {
      return Optional.empty();
    }
  }
}
