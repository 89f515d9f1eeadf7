package com.ojeomneo.admin.audit;

import java.util.UUID;

/**
 * Who does it, from where, in which request.
 *
 * @param address as {@code ClientAddress} has it
 */
public record Author(UUID staffId, String address, String traceId) {}
