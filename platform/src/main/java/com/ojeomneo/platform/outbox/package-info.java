/**
 * Events as rows, written in the transaction that makes them true, and read by every node in the
 * background. Readers are only woken up by them: what happened is in the tables of the feature.
 */
package com.ojeomneo.platform.outbox;
