/**
 * What staff ask about a dish beyond its row: whether it is sold at a moment and for how much, by
 * the rules that charge customers.
 */
package com.ojeomneo.admin.menu;
