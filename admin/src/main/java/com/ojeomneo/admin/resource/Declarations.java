package com.ojeomneo.admin.resource;

import java.util.List;

/** A bean that declares resources; where it is declared is where the menu shows them. */
public interface Declarations {
  List<Resource> resources();
}
