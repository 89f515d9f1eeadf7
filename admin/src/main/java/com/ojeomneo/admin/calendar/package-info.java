/**
 * When a shop is open, as the Server has it: days, sessions, last orders and pickup slots are those
 * of the domain, never worked out in the page. It writes nothing: hours, closures and rules are
 * saved as a part of the shop, by the engine of resources.
 */
package com.ojeomneo.admin.calendar;
