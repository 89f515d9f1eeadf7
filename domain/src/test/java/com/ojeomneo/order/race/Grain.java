package com.ojeomneo.order.race;

/**
 * How finely acts are cut. Calls of the provider and single statements that change are steps in
 * each.
 */
enum Grain {
  /** Before the first and the second statement of a transaction, and before its commit. */
  STATEMENTS,

  /**
   * Before the first statement of a transaction and before its commit. What changes an order begins
   * with the lock of its row: what others meet at the second statement they meet at the commit.
   */
  LOCKS,

  /**
   * Before a transaction, which then runs through; a single read belongs to what comes before it.
   */
  TRANSACTIONS;

  /**
   * @param statement the how manyeth of its transaction, from 1
   */
  boolean pausesBefore(int statement) {
    return statement == 1 || (this == STATEMENTS && statement == 2);
  }

  boolean pausesBeforeSingle(Step statement) {
    return this != TRANSACTIONS || !statement.reads();
  }

  boolean pausesBeforeCommit() {
    return this != TRANSACTIONS;
  }
}
