package com.ojeomneo.platform.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The server that mail goes through; without a host there is none. */
@ConfigMapping(prefix = "ojeomneo.smtp")
public interface MailSettings {
  Optional<String> host();

  @WithDefault("587")
  int port();

  @WithDefault("STARTTLS")
  Smtp.Security security();

  Optional<String> user();

  Optional<String> password();

  /** The address that mail comes from; there where a host is. */
  Optional<String> from();

  /** Of each step of a conversation. */
  @WithDefault("5s")
  Duration timeout();

  /** Empty without a host. */
  default Optional<Smtp> smtp() {
    return host()
        .map(
            host ->
                new Smtp(
                    new Smtp.Server(
                        host,
                        port(),
                        security(),
                        user().orElse(""),
                        password().orElse(""),
                        from().orElseThrow(),
                        timeout())));
  }
}
