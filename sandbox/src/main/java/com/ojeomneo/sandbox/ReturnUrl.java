package com.ojeomneo.sandbox;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An address of the shop with what it is told added to its query. */
final class ReturnUrl {
  private final StringBuilder url;
  private final String fragment;
  private char separator;

  ReturnUrl(URI base) {
    String text = base.toString();
    int hash = text.indexOf('#');
    url = new StringBuilder(hash < 0 ? text : text.substring(0, hash));
    fragment = hash < 0 ? "" : text.substring(hash);
    separator = base.getRawQuery() == null ? '?' : '&';
  }

  ReturnUrl with(String name, String value) {
    url.append(separator).append(name).append('=');
    url.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    separator = '&';
    return this;
  }

  @Override
  public String toString() {
    return URI.create(url + fragment).toASCIIString();
  }
}
