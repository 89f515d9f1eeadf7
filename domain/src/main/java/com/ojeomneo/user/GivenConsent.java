package com.ojeomneo.user;

import java.time.Instant;

/** That somebody agreed to this version, and when. */
public record GivenConsent(Consent.Kind kind, String version, Instant agreedAt) {}
