package com.ojeomneo.payment.broken;

import com.ojeomneo.order.Transitions;
import org.jooq.DSLContext;

/** Breaks, for ArchitectureTest: payment imports order, and begins a transaction of its own. */
public class PaymentThatKnowsOrders {
  public final Class<?> forbidden = Transitions.class;

  public void transact(DSLContext sql) {
    sql.transaction(tx -> tx.dsl().selectOne().fetch());
  }
}
