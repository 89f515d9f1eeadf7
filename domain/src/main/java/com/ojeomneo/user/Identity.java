package com.ojeomneo.user;

import com.ojeomneo.social.Provider;
import java.time.Instant;

/** A provider that somebody can log in with. */
public record Identity(Provider provider, Instant linkedAt) {}
