/**
 * Orders of the past, for a database that looks lived in: thousands a second through COPY, with
 * every constraint of the schema in force. They come when people are hungry and shops are open, and
 * are all over: picked up, cancelled and paid back, or never paid. Each has one event, its last:
 * how it got there is not told. Their money never moved: the keys of their payments begin with
 * {@code seed_}, and no provider knows them.
 */
package com.ojeomneo.local.seed;
