/**
 * What staff take orders with: what a shop sells at this moment, the orders of people at the
 * counter or on the phone, and which of them are still to be paid for.
 */
package com.ojeomneo.admin.counter;
