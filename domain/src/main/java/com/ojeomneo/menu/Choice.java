package com.ojeomneo.menu;

import com.ojeomneo.money.Won;
import java.util.UUID;

/**
 * One option of a group.
 *
 * @param price added to the dish's, for each portion
 */
public record Choice(UUID id, String name, Won price, boolean soldOut) {}
