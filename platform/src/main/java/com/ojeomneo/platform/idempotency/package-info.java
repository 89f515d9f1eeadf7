/**
 * Requests that may be sent twice and count once: {@code Idempotency-Key}, bound to caller and
 * route. The first request leases the key, and its answer is stored in the very transaction that
 * does the work, so that a crash leaves either both or neither.
 */
package com.ojeomneo.platform.idempotency;
