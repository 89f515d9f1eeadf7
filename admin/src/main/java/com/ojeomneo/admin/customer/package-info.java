/**
 * Staff see what a customer sees: the back office writes down who looks, at whose and why, and the
 * Server makes a token of it that only reads.
 */
package com.ojeomneo.admin.customer;
