/**
 * Drills: the product under what production does to it, on a stack of its own.
 *
 * <p>{@code money} is a lunch hour of customers, shops, a payment provider that misbehaves and
 * Servers that are killed; afterwards everybody's books are compared to the last won. {@code
 * replace} replaces Servers under load, which nobody may notice; {@code sentinel} does the same to
 * Redis. {@code streams} measures what an open event stream costs. Nothing here is a test double:
 * the Servers are the packaged ones, and what a drill asks of them goes over HTTP.
 */
package com.ojeomneo.drills;
