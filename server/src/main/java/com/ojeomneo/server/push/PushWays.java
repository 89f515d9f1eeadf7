package com.ojeomneo.server.push;

import com.ojeomneo.platform.push.ApnsKey;
import com.ojeomneo.platform.push.ApnsPush;
import com.ojeomneo.platform.push.FcmPush;
import com.ojeomneo.platform.push.PushHttp;
import com.ojeomneo.platform.push.PushNetwork;
import com.ojeomneo.platform.push.PushServices;
import com.ojeomneo.platform.push.ServiceAccount;
import com.ojeomneo.platform.push.VapidKeys;
import com.ojeomneo.platform.push.WebPush;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The ways to deliver, as the settings have them. */
@Singleton
class PushWays {
  private final Optional<VapidKeys> browsers;
  private final PushServices services;
  private final PushNetwork network;

  PushWays(
      @ConfigProperty(name = "ojeomneo.push.public-key") Optional<String> publicKey,
      @ConfigProperty(name = "ojeomneo.push.private-key") Optional<String> privateKey,
      @ConfigProperty(name = "ojeomneo.push.subject") Optional<String> subject,
      @ConfigProperty(name = "ojeomneo.push.services") List<String> services,
      @ConfigProperty(name = "ojeomneo.push.fcm.service-account") Optional<String> serviceAccount,
      @ConfigProperty(name = "ojeomneo.push.fcm.base-url") URI firebase,
      @ConfigProperty(name = "ojeomneo.push.apns.key-id") Optional<String> keyId,
      @ConfigProperty(name = "ojeomneo.push.apns.private-key") Optional<String> key,
      @ConfigProperty(name = "ojeomneo.push.apns.base-url") URI apple,
      @ConfigProperty(name = "ojeomneo.app.apple-team-id") Optional<String> team,
      @ConfigProperty(name = "ojeomneo.app.id") String app,
      Clock clock) {
    this.browsers =
        publicKey.map(open -> VapidKeys.of(open, privateKey.orElse(""), subject.orElse("")));
    this.services = new PushServices(services);
    var http = new PushHttp(clock);
    Optional<ApnsKey> phones = keyId.map(id -> ApnsKey.of(id, team.orElse(""), key.orElse("")));
    this.network =
        new PushNetwork(
            browsers.map(keys -> new WebPush(keys, this.services, http, clock)),
            serviceAccount
                .map(ServiceAccount::of)
                .map(account -> new FcmPush(firebase, account, http, clock)),
            phones.map(ours -> new ApnsPush(apple, app, ours, http, clock)));
  }

  @Produces
  @Singleton
  PushServices services() {
    return services;
  }

  @Produces
  @Singleton
  PushNetwork network() {
    return network;
  }

  /** Empty where no browser can be told. */
  Optional<VapidKeys> browsers() {
    return browsers;
  }
}
