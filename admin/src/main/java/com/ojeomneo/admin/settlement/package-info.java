/**
 * What shops took and gave back by the day. Adds up payments and refunds as they are booked; moves
 * no money, writes nothing but the log of exports (ADR 28).
 */
package com.ojeomneo.admin.settlement;
