package com.ojeomneo.order.race;

import com.ojeomneo.order.Node;
import com.ojeomneo.platform.problem.Problem;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/** An act in a process of its own, which ends it before one of its steps as kill -9 does. */
enum Doomed {
  PLACE(Scene.LAST_PORTION, Acts.PLACE_ONCE),
  PAY(Scene.PLACED, Acts.PAY_ONCE),
  PAY_WITH_BAD_CARD(Scene.PLACED_WITH_BAD_CARD, Acts.PAY_ONCE),
  CANCEL(Scene.PAID, Acts.CANCEL_ONCE),
  EXPIRE(Scene.PLACED, Acts.EXPIRE),
  RECONCILE(Scene.CHARGED_IN_DOUBT, Acts.RECONCILE),
  RECONCILE_NOT_CHARGED(Scene.NOT_CHARGED_IN_DOUBT, Acts.RECONCILE),
  WEBHOOK(Scene.CHARGED_IN_DOUBT, Acts.WEBHOOK),
  REFUND(Scene.CANCELLED_AFTER_PAYMENT, Acts.REFUND),
  ASK_BACK(Scene.PAID, Acts.ASK_BACK_HALF),
  REFUND_HALF(Scene.HALF_ASKED_BACK, Acts.REFUND),
  ACCEPT(Scene.PAID, Acts.ACCEPT),
  TIME_OUT(Scene.PAID, Acts.TIME_OUT);

  static final int DEAD = 137;
  static final String APPLICATION = "doomed";

  final Scene scene;
  final Act act;

  Doomed(Scene scene, Act act) {
    this.scene = scene;
    this.act = act;
  }

  /**
   * @param arguments the act, the step before which it dies (from 1), database, provider, lunch
   */
  public static void main(String[] arguments) throws Exception {
    Act act = valueOf(arguments[0]).act;
    var source = new PGSimpleDataSource();
    source.setUrl(arguments[2]);
    source.setUser("postgres");
    source.setPassword("postgres");
    source.setApplicationName(APPLICATION);
    var node = new RaceNode(source, URI.create(arguments[3]));
    node.clock.set(Lunch.PLACED_AT.plus(act.after()));
    node.pausing(new Death(Integer.parseInt(arguments[1])));
    var memo = Node.JSON.readValue(arguments[4], Lunch.Memo.class);
    try {
      act.deed().run(node, memo.with(node.node.database.sql()));
    } catch (Problem refused) {
      // An end as good as any.
    }
    System.exit(0);
  }

  /** Comes before this step. */
  private static final class Death implements Pauses {
    private final int step;
    private final AtomicInteger steps = new AtomicInteger();

    Death(int step) {
      this.step = step;
    }

    @Override
    public void before(Step next) {
      if (steps.incrementAndGet() == step) {
        Runtime.getRuntime().halt(DEAD);
      }
    }

    @Override
    public void connected(int backend) {}

    @Override
    public void disconnected(int backend) {}

    @Override
    public Grain grain() {
      return Grain.STATEMENTS;
    }
  }
}
