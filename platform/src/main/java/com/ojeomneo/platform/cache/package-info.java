/**
 * Answers that are the same for everyone, kept ready: in this process as bytes, and in Redis under
 * {@code cache:{entity}:{id}} for the other nodes. Nothing in it is ever the truth, and no answer
 * that depends on who asks belongs here.
 *
 * <p>A change in the database is an outbox event of its own transaction (by trigger, so that no
 * writer can forget it) that names tags; each entry has one tag, and is of no use once that tag has
 * changed since the entry's own read began. So it does not matter how long a read takes, or in
 * which order changes are heard.
 */
package com.ojeomneo.platform.cache;
