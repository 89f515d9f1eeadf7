/**
 * Who vouches for customers: Kakao, Google and Apple, spoken to over OpenID Connect. Knows tokens,
 * keys and codes, and nothing of accounts: what a proof is worth here is decided in {@code user}.
 * An e-mail address is told along, and is never what somebody is known by.
 */
package com.ojeomneo.social;
