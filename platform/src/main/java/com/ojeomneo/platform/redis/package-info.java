/**
 * Redis: speed, never truth. One shared pipelined connection; a call that fails or takes longer
 * than tens of milliseconds is answered as "Redis is not there", and the caller goes on without.
 * Behind sentinels nobody stays with a master that is none any more: all of them are asked, again
 * and again, and what they name is asked for its role.
 */
package com.ojeomneo.platform.redis;
