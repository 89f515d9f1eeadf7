package com.ojeomneo.server.auth;

import com.ojeomneo.social.Addresses;
import com.ojeomneo.social.Client;
import com.ojeomneo.social.ClientSecret;
import com.ojeomneo.social.Provider;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What we are to providers: nothing to those of which no client id is set. */
@ConfigMapping(prefix = "ojeomneo.social")
interface SocialSettings {
  /** How long a signing key that is not known is not asked for again. */
  @WithDefault("30s")
  Duration keyFloor();

  Map<Provider, Settings> provider();

  interface Settings {
    /** Of our pages first, then of the apps. */
    Optional<List<String>> clientIds();

    Optional<String> clientSecret();

    /** Apple's, instead of a shared secret. */
    Optional<String> privateKey();

    Optional<String> keyId();

    Optional<String> teamId();

    /** Kakao's, which unlinks somebody. */
    Optional<String> adminKey();

    /** A stand-in's. */
    Optional<URI> baseUrl();
  }

  /** Those that we are a client of. */
  default List<Client> clients() {
    return provider().entrySet().stream()
        .filter(each -> each.getValue().clientIds().isPresent())
        .map(each -> client(each.getKey(), each.getValue()))
        .toList();
  }

  private static Client client(Provider provider, Settings settings) {
    Addresses real = Addresses.of(provider);
    Addresses addresses = settings.baseUrl().map(real::at).orElse(real);
    return new Client(
        provider,
        addresses,
        settings.clientIds().orElseThrow(),
        secret(settings, addresses),
        settings.adminKey().orElse(null));
  }

  private static ClientSecret secret(Settings settings, Addresses addresses) {
    return settings.privateKey().isPresent()
        ? ClientSecret.Signed.of(
            settings.teamId().orElseThrow(),
            settings.keyId().orElseThrow(),
            settings.privateKey().get(),
            addresses.issuers().iterator().next())
        : new ClientSecret.Shared(settings.clientSecret().orElse(null));
  }
}
