/**
 * Secrets that PostgreSQL keeps and cannot read: whoever has a copy of the database has not the
 * second factors.
 */
package com.ojeomneo.admin.secret;
