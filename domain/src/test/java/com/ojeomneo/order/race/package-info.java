/**
 * Races as schedules: every act is a node of its own that stands still before each step which
 * others could see, and one act moves at a time, in every order there is. See ADR 8.
 */
package com.ojeomneo.order.race;
