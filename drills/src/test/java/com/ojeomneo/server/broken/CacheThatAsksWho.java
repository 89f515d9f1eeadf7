package com.ojeomneo.server.broken;

import com.ojeomneo.platform.http.PublicAnswers;
import com.ojeomneo.platform.security.CurrentUser;

/** Breaks, for ArchitectureTest: what it keeps for everyone depends on who asks. */
public record CacheThatAsksWho(PublicAnswers answers, CurrentUser user) {}
