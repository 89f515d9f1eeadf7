package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.platform.problem.Problem;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Table;

/** All that was declared. */
@Singleton
class Resources {
  private final Map<String, Resource> byName = new LinkedHashMap<>();

  Resources(@All List<Declarations> declarations) {
    for (Declarations some : declarations) {
      for (Resource resource : some.resources()) {
        if (byName.put(resource.name(), resource) != null) {
          throw new IllegalStateException("declared twice: " + resource.name());
        }
        for (String own : Presented.OWN) {
          if (resource.column(own).isPresent()) {
            throw new IllegalStateException(
                "every row has its own: " + own + " of " + resource.name());
          }
        }
      }
    }
    List<Choice> all = byName.values().stream().map(r -> new Choice(r.name(), r.label())).toList();
    byName.values().stream()
        .flatMap(r -> r.columns().stream())
        .filter(Column::namesResources)
        .forEach(column -> column.choices(all));
  }

  /** Those in which somebody may see something. */
  List<Resource> visibleTo(StaffMember member) {
    return byName.values().stream().filter(r -> r.access().visibleTo(member).isPresent()).toList();
  }

  /**
   * @throws Problem 404
   */
  Resource require(String name) {
    return Optional.ofNullable(byName.get(name)).orElseThrow(Problem::notFound);
  }

  /** One that a declaration names. */
  Resource named(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(() -> new IllegalStateException("not declared: " + name));
  }

  Optional<Resource> of(Table<?> table) {
    return Optional.ofNullable(byName.get(table.getName()));
  }
}
