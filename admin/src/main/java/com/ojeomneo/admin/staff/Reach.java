package com.ojeomneo.admin.staff;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.trueCondition;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;

/** Where somebody may use a permission: in every shop, in some, or nowhere. */
public sealed interface Reach {
  /** Of managers, support, viewers and the owner. */
  record Everywhere() implements Reach {}

  /**
   * Of shop staff; nowhere when there is none.
   *
   * @param ids not to be changed
   */
  record Shops(Set<UUID> ids) implements Reach {
    public Shops {
      ids = Set.copyOf(ids);
    }
  }

  Reach NOWHERE = new Shops(Set.of());

  default boolean isNowhere() {
    return equals(NOWHERE);
  }

  default boolean includes(UUID store) {
    return switch (this) {
      case Everywhere all -> true;
      case Shops(var ids) -> ids.contains(store);
    };
  }

  /** The rows whose shop is within reach. */
  default Condition covers(Field<UUID> store) {
    return covers(store::in);
  }

  /**
   * @param ofShops the rows that belong to these shops
   */
  default Condition covers(Function<Set<UUID>, Condition> ofShops) {
    return switch (this) {
      case Everywhere all -> trueCondition();
      case Shops(var ids) -> ids.isEmpty() ? falseCondition() : ofShops.apply(ids);
    };
  }
}
