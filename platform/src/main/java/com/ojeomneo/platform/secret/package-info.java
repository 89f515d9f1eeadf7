/**
 * Secrets that PostgreSQL keeps and cannot read: whoever has a copy of the database has none of
 * them.
 */
package com.ojeomneo.platform.secret;
