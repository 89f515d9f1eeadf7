/**
 * The way to PostgreSQL: {@link com.ojeomneo.platform.database.Database} is the only place where a
 * transaction begins. Transactions are explicit blocks, not annotations, so that a reader sees what
 * is inside one and what is not (a call to the payment provider never is).
 */
package com.ojeomneo.platform.database;
