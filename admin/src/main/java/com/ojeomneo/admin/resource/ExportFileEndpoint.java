package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Enumeration;
import java.util.zip.GZIPInputStream;

/** A finished file, from whichever Admin is asked: PostgreSQL has it. */
@Path("/api/exports/{id}/file")
@RunOnVirtualThread
class ExportFileEndpoint {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final Resources resources;
  private final ExportJobs exports;
  private final CurrentStaff current;

  ExportFileEndpoint(Resources resources, ExportJobs exports, CurrentStaff current) {
    this.resources = resources;
    this.exports = exports;
    this.current = current;
  }

  /** Not for whoever may not see all of it any more. */
  @GET
  @ExportResponse
  public Response file(@PathParam("id") String id, @Context RoutingContext request) {
    ExportJob job =
        exports.find(current.member().id(), PathId.of(id)).orElseThrow(Problem::notFound);
    if (!job.order().isOpenTo(resources, current.member(), job.reach())) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
    if (job.state() != ExportJob.State.DONE) {
      throw Problem.of(ResourceProblem.NOT_FINISHED);
    }
    String file =
        "%s-%s".formatted(job.order().resource(), LocalDate.ofInstant(job.createdAt(), SEOUL));
    return Download.of(file, job.order().format(), request, to -> open(job).transferTo(to))
        .header(HttpHeaders.CONTENT_LENGTH, job.bytes())
        .build();
  }

  private InputStream open(ExportJob job) throws IOException {
    InputStream kept = new SequenceInputStream(new Chunks(job));
    return job.order().format().isCompressed() ? kept : new GZIPInputStream(kept, 1 << 16);
  }

  /** One after the other, as they are read. */
  private final class Chunks implements Enumeration<InputStream> {
    private final ExportJob job;
    private long left;
    private int next;

    Chunks(ExportJob job) {
      this.job = job;
      this.left = job.storedBytes();
    }

    @Override
    public boolean hasMoreElements() {
      return left > 0;
    }

    @Override
    public InputStream nextElement() {
      byte[] chunk = exports.chunk(job, next++);
      if (chunk == null) {
        // Cut off, so that nobody takes a part for the whole.
        throw new UncheckedIOException(new EOFException("the file was deleted"));
      }
      left -= chunk.length;
      return new ByteArrayInputStream(chunk);
    }
  }
}
