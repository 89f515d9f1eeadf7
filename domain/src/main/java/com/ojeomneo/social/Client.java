package com.ojeomneo.social;

import java.util.List;

/**
 * What we are to a provider.
 *
 * @param ids whom its tokens may be made for: the first is that of our pages, the others those of
 *     the apps
 * @param secret by which its token address knows us
 * @param forgetKey Kakao's admin key, with which somebody is unlinked there; null without
 */
public record Client(
    Provider provider,
    Addresses addresses,
    List<String> ids,
    ClientSecret secret,
    String forgetKey) {
  public Client {
    ids = List.copyOf(ids);
  }

  /** Of our pages. */
  public String id() {
    return ids.getFirst();
  }

  /**
   * Who asked for a code: Apple gives one to an app without a page to return to, in the name of the
   * app.
   */
  String idFor(String redirectUri) {
    return redirectUri == null && ids.size() > 1 ? ids.get(1) : id();
  }

  /** Without the keys: records find their way into logs. */
  @Override
  public String toString() {
    return "Client[" + provider + "]";
  }
}
