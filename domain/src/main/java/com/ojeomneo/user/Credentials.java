package com.ojeomneo.user;

/** A customer and what proves to be one. */
record Credentials(User user, String passwordHash) {}
