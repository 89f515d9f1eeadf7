/**
 * Money and the payment provider. Knows attempts, charges and refunds; knows nothing of what an
 * order may become: what joins the two lives in {@code order}. An unknown outcome is a state of its
 * own here, never a failure.
 */
package com.ojeomneo.payment;
