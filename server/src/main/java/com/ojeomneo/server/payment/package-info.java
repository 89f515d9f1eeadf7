/**
 * What the payment provider sends of its own accord, and how much money waits for it. Nothing that
 * arrives here is believed; it is saved, and asks for a look.
 */
package com.ojeomneo.server.payment;
