package com.ojeomneo.menu;

import java.util.List;
import java.util.UUID;

/** Options of a dish, of which a customer takes at least and at most so many. */
public record OptionGroup(
    UUID id, String name, int minChoices, int maxChoices, List<Choice> options) {}
