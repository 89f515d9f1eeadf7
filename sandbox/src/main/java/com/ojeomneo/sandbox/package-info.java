/**
 * A stand-in for the payment provider Toss Payments, for the local stack, tests and drills.
 *
 * <p>It speaks the provider's HTTP API (docs.tosspayments.com, version 2022-11-16): the checkout
 * page that a customer authenticates on, confirm, cancel, look-ups and idempotency keys. What it
 * once answered, or did and could not answer any more, is in its own PostgreSQL schema and survives
 * the end of its process: only then can a test ask what really happened to the money.
 *
 * <p>It misbehaves when it is told to, over HTTP or on its page: late, lost and ambiguous answers,
 * and webhooks that are late, copied and out of order (docs/sandbox.md). Only this machine may tell
 * it.
 *
 * <p>It shares no code with the product, so that a misreading of the API cannot hide on both sides.
 * It moves no money, knows cards and KRW only, and must never face the internet.
 */
package com.ojeomneo.sandbox;
