/**
 * Redis: speed, never truth. One shared pipelined connection; a call that fails or takes longer
 * than tens of milliseconds is answered as "Redis is not there", and the caller goes on without.
 */
package com.ojeomneo.platform.redis;
