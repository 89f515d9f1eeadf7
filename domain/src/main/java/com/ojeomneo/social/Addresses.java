package com.ojeomneo.social;

import java.net.URI;
import java.util.Set;

/**
 * Where a provider is, and as whom it signs.
 *
 * @param forget what is called when somebody leaves; null where nothing is
 */
public record Addresses(Set<String> issuers, URI authorize, URI token, URI keys, URI forget) {
  /**
   * As their documents say: developers.kakao.com/docs/latest/ko/kakaologin/rest-api,
   * developers.google.com/identity/openid-connect,
   * developer.apple.com/documentation/signinwithapplerestapi.
   */
  public static Addresses of(Provider provider) {
    return switch (provider) {
      case KAKAO ->
          new Addresses(
              Set.of("https://kauth.kakao.com"),
              URI.create("https://kauth.kakao.com/oauth/authorize"),
              URI.create("https://kauth.kakao.com/oauth/token"),
              URI.create("https://kauth.kakao.com/.well-known/jwks.json"),
              URI.create("https://kapi.kakao.com/v1/user/unlink"));
      case GOOGLE ->
          new Addresses(
              Set.of("https://accounts.google.com", "accounts.google.com"),
              URI.create("https://accounts.google.com/o/oauth2/v2/auth"),
              URI.create("https://oauth2.googleapis.com/token"),
              URI.create("https://www.googleapis.com/oauth2/v3/certs"),
              null);
      case APPLE ->
          new Addresses(
              Set.of("https://appleid.apple.com"),
              URI.create("https://appleid.apple.com/auth/authorize"),
              URI.create("https://appleid.apple.com/auth/token"),
              URI.create("https://appleid.apple.com/auth/keys"),
              URI.create("https://appleid.apple.com/auth/revoke"));
    };
  }

  /** The same paths on another host, which is then the issuer: a stand-in's. */
  public Addresses at(URI base) {
    return new Addresses(
        Set.of(base.toString()),
        on(base, authorize),
        on(base, token),
        on(base, keys),
        forget == null ? null : on(base, forget));
  }

  private static URI on(URI base, URI address) {
    return URI.create(base + address.getPath());
  }
}
