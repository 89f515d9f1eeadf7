package com.ojeomneo.order.race;

import static com.ojeomneo.schema.jooq.Tables.ORDERS;
import static com.ojeomneo.schema.jooq.Tables.ORDER_EVENTS;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.ojeomneo.order.Node;
import com.ojeomneo.order.OrderPayment;
import com.ojeomneo.order.OrderView;
import com.ojeomneo.order.PayOrder;
import com.ojeomneo.platform.idempotency.Answer;
import com.ojeomneo.platform.idempotency.Claim;
import com.ojeomneo.platform.problem.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jooq.DSLContext;

/**
 * What the lunch's customer sends under an {@code Idempotency-Key} of its own, however often, and
 * is answered as the Server's resource answers it.
 */
enum Request {
  /** One more order. */
  PLACE {
    @Override
    Answer work(Node node, Lunch lunch, Claim claim) {
      OrderView placed =
          node.checkout.place(
              lunch.user, lunch.wish(), (tx, order) -> claim.store(tx, answer(201, order)));
      return answer(201, placed);
    }

    @Override
    int timesDone(DSLContext sql, Lunch lunch) {
      return sql.fetchCount(ORDERS, ORDERS.USER_ID.eq(lunch.user), ORDERS.ID.ne(lunch.order));
    }
  },

  PAY {
    @Override
    Answer work(Node node, Lunch lunch, Claim claim) {
      OrderPayment.Result result =
          node.payment.pay(
              lunch.user, lunch.order, new PayOrder(lunch.paymentKey(0), lunch.total), name());
      return answer(result.settled() ? 200 : 202, result.order());
    }

    @Override
    int timesDone(DSLContext sql, Lunch lunch) {
      return events(sql, lunch, "PAID");
    }
  },

  CANCEL {
    @Override
    Answer work(Node node, Lunch lunch, Claim claim) {
      OrderView cancelled =
          node.progress.cancel(
              lunch.user, lunch.order, "변심", (tx, order) -> claim.store(tx, answer(200, order)));
      return answer(200, cancelled);
    }

    @Override
    int timesDone(DSLContext sql, Lunch lunch) {
      return events(sql, lunch, "CANCELLED");
    }
  };

  /**
   * @return what was answered, now or the first time; 202 while that is not known
   * @throws Problem 409 while another one works on it
   */
  Answer send(Node node, Lunch lunch) {
    return send(node, lunch, "as it was");
  }

  /**
   * @throws Problem 422 when it was sent before
   */
  void sendWithAnotherBody(Node node, Lunch lunch) {
    send(node, lunch, "other");
  }

  private Answer send(Node node, Lunch lunch, String body) {
    return node.keys.once(
        lunch.user, "POST " + name(), "key", sha256(body), claim -> answered(node, lunch, claim));
  }

  abstract Answer work(Node node, Lunch lunch, Claim claim);

  /** How often it was done, or somebody else did the same. */
  abstract int timesDone(DSLContext sql, Lunch lunch);

  /** A refusal is an answer like any other. */
  private Answer answered(Node node, Lunch lunch, Claim claim) {
    try {
      return work(node, lunch, claim);
    } catch (Problem refused) {
      return answer(refused.code().meaning().status(), refused.code().toString());
    }
  }

  private static Answer answer(int status, Object body) {
    try {
      return new Answer(status, Node.JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(String body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int events(DSLContext sql, Lunch lunch, String type) {
    return sql.fetchCount(
        ORDER_EVENTS, ORDER_EVENTS.ORDER_ID.eq(lunch.order), ORDER_EVENTS.TYPE.eq(type));
  }
}
