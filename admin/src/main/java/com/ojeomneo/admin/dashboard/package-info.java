/**
 * How a day goes, beside the same weekday a week before. Reads the orders of those two days by
 * their time, never the past between them; keeps nothing (ADR 25).
 */
package com.ojeomneo.admin.dashboard;
