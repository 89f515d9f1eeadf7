package com.ojeomneo.platform.cache;

import java.time.Instant;

/**
 * What is kept.
 *
 * @param version of its tag when its read began
 * @param until not served from then on
 */
record Entry<V>(V value, long version, Instant readAt, Instant until) {}
