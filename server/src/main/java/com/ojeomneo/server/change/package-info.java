/**
 * What open apps hear of: that the settings, a shop or a dish is not as they show it. Only names
 * are told; the answers are asked for again, from memory, by those who show them. Which slots are
 * taken is not told: it changes with every order.
 */
package com.ojeomneo.server.change;
