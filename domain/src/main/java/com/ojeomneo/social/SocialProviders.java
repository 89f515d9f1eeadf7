package com.ojeomneo.social;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.problem.Problem;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The providers that this installation has a client at. */
public final class SocialProviders {
  private final Map<Provider, Link> links = new EnumMap<>(Provider.class);
  private final URI publicUrl;

  private record Link(Client client, IdTokens idTokens, ProviderApi api) {}

  /**
   * @param publicUrl below which providers send customers back to
   * @param keyFloor how long a signing key that is not known is not asked for again
   */
  public SocialProviders(
      List<Client> clients, URI publicUrl, ObjectMapper json, Clock clock, Duration keyFloor) {
    this.publicUrl = publicUrl;
    for (Client client : clients) {
      var idTokens = new IdTokens(client, clock, keyFloor);
      links.put(
          client.provider(), new Link(client, idTokens, new ProviderApi(client, json, clock)));
    }
  }

  public List<Client> clients() {
    return links.values().stream().map(Link::client).toList();
  }

  /**
   * Where a provider sends customers back to our pages; from an app of the stores, {@code /app}
   * below it.
   */
  public String returnAddress(Provider provider) {
    return publicUrl + "/login/" + provider.path();
  }

  /**
   * @param refreshToken what ends it at the provider, null where none was given
   */
  public record Proof(Person person, String refreshToken) {
    @Override
    public String toString() {
      return "Proof";
    }
  }

  /**
   * Who this is. Asks the provider where it has to; outside any transaction.
   *
   * @throws Problem 404 for a provider that we are no client of, 400 without a token or with a
   *     return address that is not ours, 401 {@code SOCIAL_LOGIN_FAILED}, 503 {@code PROVIDER_AWAY}
   */
  public Proof verify(Provider provider, SocialToken token) {
    Link link = links.get(provider);
    if (link == null) {
      throw Problem.notFound();
    }
    if (token.code() == null) {
      if (token.idToken() == null) {
        throw Problem.invalid(
            "idToken", "idToken이나 code가 있어야 해요.", "Either this or a code must be there.");
      }
      return new Proof(link.idTokens.verify(token.idToken(), token.nonce()), null);
    }
    requireOurs(provider, token.redirectUri());
    Grant grant = link.api.exchange(token.code(), token.redirectUri(), token.codeVerifier());
    Person person = link.idTokens.verify(grant.idToken(), token.nonce());
    return new Proof(person, grant.refreshToken());
  }

  private void requireOurs(Provider provider, String redirectUri) {
    String ours = returnAddress(provider);
    if (redirectUri != null && !redirectUri.equals(ours) && !redirectUri.equals(ours + "/app")) {
      throw Problem.invalid(
          "redirectUri", "우리 주소가 아니에요.", "This is no address to return to of ours.");
    }
  }

  /** Tells a provider that somebody has left. */
  public Forgetting forget(Provider provider, String subject, String clientId, String token) {
    Link link = links.get(provider);
    return link == null ? Forgetting.IMPOSSIBLE : link.api.forget(subject, clientId, token);
  }
}
