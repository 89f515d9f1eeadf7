/**
 * How often somebody may ask: rules in configuration ({@code ojeomneo.rate-limit}), counted in
 * Redis for all nodes together. A node takes a share of a caller's limit in advance, so that almost
 * no request waits for Redis or even causes a command; without Redis each node limits by itself.
 * What the shares cost in exactness is ADR 11.
 */
package com.ojeomneo.platform.ratelimit;
