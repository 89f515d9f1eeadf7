package com.ojeomneo.order.race;

/** What an act meets before each of its steps: it may be kept waiting there, or die. */
interface Pauses {
  Pauses NONE =
      new Pauses() {
        @Override
        public void before(Step step) {}

        @Override
        public void connected(int backend) {}

        @Override
        public void disconnected(int backend) {}

        @Override
        public Grain grain() {
          return Grain.TRANSACTIONS;
        }
      };

  void before(Step step);

  /** The act now talks to PostgreSQL through this process of its. */
  void connected(int backend);

  void disconnected(int backend);

  Grain grain();
}
