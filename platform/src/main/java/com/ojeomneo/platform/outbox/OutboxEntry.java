package com.ojeomneo.platform.outbox;

/**
 * Fired as a CDI event on every node for each committed row of the outbox, at least once.
 *
 * @param payload JSON
 */
public record OutboxEntry(long id, String topic, String payload) {}
