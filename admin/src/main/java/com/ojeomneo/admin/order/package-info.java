/**
 * Orders as those who cook and those who answer customers need them: the live board, moving orders
 * on, sold-out and stock, money back. What changes an order is the domain's own code, in one
 * transaction with the log of who did it; the payment provider is never called from here.
 */
package com.ojeomneo.admin.order;
