package com.ojeomneo.user;

/**
 * A user as of one version.
 *
 * @param version goes up by one with each change
 */
public record UserVersion(User user, int version) {}
