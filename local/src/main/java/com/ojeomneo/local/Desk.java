package com.ojeomneo.local;

import java.nio.file.Path;

/**
 * A back office, and who signs in at it.
 *
 * @param port where it is
 * @param pid of its process
 * @param log what it says
 */
public record Desk(int port, long pid, Path log, String email, String password) {}
