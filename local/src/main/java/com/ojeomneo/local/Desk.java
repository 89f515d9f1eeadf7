package com.ojeomneo.local;

/**
 * A back office, and who signs in at it.
 *
 * @param port where it is
 */
public record Desk(int port, String email, String password) {}
