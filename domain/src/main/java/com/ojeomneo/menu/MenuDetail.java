package com.ojeomneo.menu;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A dish with everything that can be chosen with it; in JSON one flat object. */
public record MenuDetail(@JsonUnwrapped MenuItem item, List<OptionGroup> optionGroups) {}
