package com.ojeomneo.server.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.order.WebhookInbox;
import com.ojeomneo.payment.PaymentWebhook;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.security.Public;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jooq.exception.DataAccessException;

@Path("/payments/webhooks")
@Tag(name = "Payments")
@RunOnVirtualThread
class PaymentWebhookResource {
  private static final Logger LOG = Logger.getLogger(PaymentWebhookResource.class);

  /** SQLSTATE class: such as U+0000 in a text. Sent again it would be refused again. */
  private static final String DATA_EXCEPTION = "22";

  private static final int LARGEST = 64 * 1024;

  private final WebhookInbox inbox;
  private final MeterRegistry metrics;

  PaymentWebhookResource(WebhookInbox inbox, MeterRegistry metrics) {
    this.inbox = inbox;
    this.metrics = metrics;
  }

  @POST
  @Path("/toss")
  @Public
  @ResponseStatus(200)
  @Operation(summary = "For the payment provider: something happened to a payment; we look it up")
  @APIResponse(responseCode = "200", description = "Saved")
  @APIResponse(responseCode = "503", description = "UNAVAILABLE: not saved, send it again")
  public void receive(@NotNull JsonNode command) {
    if (!command.isObject()) {
      throw Problem.invalid("body", "JSON 객체로 보내 주세요.", "Send a JSON object.");
    }
    PaymentWebhook webhook = PaymentWebhook.of(command);
    if (webhook.body().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      throw Problem.of(CommonProblem.BODY_TOO_LARGE);
    }
    try {
      count(inbox.receive(webhook) ? "known" : "unknown");
    } catch (DataAccessException notSaved) {
      if (String.valueOf(notSaved.sqlState()).startsWith(DATA_EXCEPTION)) {
        throw Problem.invalid("body", "저장할 수 없는 내용이에요.", "PostgreSQL does not hold this.");
      }
      LOG.errorf(notSaved, "a webhook about order %s is not saved", webhook.orderId());
      count("not_saved");
      throw Problem.of(CommonProblem.UNAVAILABLE).retryAfter(1);
    }
  }

  private void count(String order) {
    metrics.counter("ojeomneo_payment_webhooks", "order", order).increment();
  }
}
