package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.problem.ProblemAnswers;
import com.ojeomneo.platform.problem.ProblemBody;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;

/**
 * Answers with lines of JSON while one transaction over many rows runs, and undoes it when nobody
 * listens.
 */
@Singleton
class ProgressLines {
  private static final Logger LOG = Logger.getLogger(ProgressLines.class);

  /** Often enough for a bar, and for noticing that nobody listens any more. */
  private static final int STEP = 50;

  private final ProblemAnswers answers;
  private final ObjectMapper json;

  ProgressLines(ProblemAnswers answers, ObjectMapper json) {
    this.answers = answers;
    this.json = json;
  }

  /** What is done, and tells how far it is. */
  interface Work {
    /**
     * @return how many rows changed
     */
    int run(BulkWrites.Progress progress);
  }

  Response of(RoutingContext request, Work work) {
    return Response.ok(
            (StreamingOutput) to -> run(work, new HeardStream(to, request.response()), request))
        .type("application/x-ndjson")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Accel-Buffering", "no")
        .build();
  }

  private void run(Work work, OutputStream to, RoutingContext request) throws IOException {
    tell(to, new BulkProgress(0, 0, null, null, null));
    try {
      int changed =
          work.run(
              (done, of) -> {
                if (done % STEP == 0 || done == of) {
                  tellOrUndo(to, new BulkProgress(done, of, null, null, null));
                }
              });
      tell(to, new BulkProgress(changed, changed, changed, null, null));
    } catch (Problem refusal) {
      refuse(to, refusal, request);
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    } catch (RuntimeException fault) {
      LOG.error("many rows could not be changed", fault);
      refuse(to, Problem.of(CommonProblem.INTERNAL), request);
    }
  }

  private void refuse(OutputStream to, Problem refusal, RoutingContext request) throws IOException {
    ProblemBody body = answers.body(refusal, request);
    tell(to, new BulkProgress(0, 0, null, body.code(), body.detail()));
  }

  private void tellOrUndo(OutputStream to, BulkProgress line) {
    try {
      tell(to, line);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void tell(OutputStream to, BulkProgress line) throws IOException {
    to.write(json.writeValueAsBytes(line));
    to.write('\n');
    to.flush();
  }
}
