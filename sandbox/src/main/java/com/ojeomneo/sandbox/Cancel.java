package com.ojeomneo.sandbox;

import java.time.Instant;

/**
 * Money given back. Amounts are KRW.
 *
 * @param refundableAmount what was left to give back after this
 */
record Cancel(
    String transactionKey, String reason, long amount, long refundableAmount, Instant at) {}
