/**
 * Who uses the product: customers and guests, their log-ins and the tokens that prove them. A
 * log-in is a session: the {@code sid} of its access tokens and the family of its refresh tokens,
 * of which exactly one is live. Whatever changes a family happens under the lock of its session's
 * row. Who vouches for somebody elsewhere is {@code social}'s; what that is worth is decided here.
 */
package com.ojeomneo.user;
