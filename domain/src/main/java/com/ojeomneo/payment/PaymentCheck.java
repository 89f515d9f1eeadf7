package com.ojeomneo.payment;

import java.time.Instant;
import java.util.UUID;

/**
 * The wish to compare what the provider has of an order's money with what we have.
 *
 * @param paymentKey the payment that was heard of; null for whatever the order has
 * @param asked how often it was asked for by now
 * @param tries how often it was looked, this time included
 */
public record PaymentCheck(
    UUID orderId, String paymentKey, int asked, int tries, Instant askedAt) {}
