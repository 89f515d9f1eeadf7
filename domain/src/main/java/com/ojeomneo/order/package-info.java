/**
 * Orders: what a customer asked for, what it may become, and who may make it so. Every change locks
 * the order's row first, moves it by one conditional update, and writes its event and outbox row in
 * the same transaction. The payment provider is only ever called between transactions.
 */
package com.ojeomneo.order;
