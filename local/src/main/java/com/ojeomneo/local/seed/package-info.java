/**
 * Orders of the past, for a database that looks lived in: thousands a second through COPY. Every
 * constraint of the schema holds: those of a row and of a table as ever, the foreign keys are
 * verified for each transaction as a whole, before it commits. They come when people are hungry and
 * shops are open, and are all over: picked up, cancelled and paid back, or never paid. Each has one
 * event, its last: how it got there is not told. Their money never moved: the keys of their
 * payments begin with {@code seed_}, and no provider knows them.
 */
package com.ojeomneo.local.seed;
